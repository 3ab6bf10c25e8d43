import type { ContactSaisi, FicheSaisie } from '../fiche-saisie';
import type { Base } from './campagnes-base';

type Contact = ContactSaisi & { estReferent?: boolean; estPrincipal?: boolean };

/** An absent key is a null column. */
const orNull = <T>(valeur: T | undefined): T | null => valeur ?? null;

async function writeTelephones(
  base: Base,
  table: string,
  id: number,
  { telephones = [] }: Pick<ContactSaisi, 'telephones'>
): Promise<void> {
  for (const [rang, { numero, principal, contactPossible }] of telephones.entries()) {
    await base.addComposant(table, id, 'telephone', {
      numero,
      principal: orNull(principal),
      contact_possible: orNull(contactPossible),
      order: rang + 1,
    });
  }
}

async function writeContact(base: Base, table: string, contact: Contact): Promise<number> {
  const id = await base.addCalculee(table, {
    nom: 'CONTACT',
    inactif: orNull(contact.inactif),
    courriel_pro: orNull(contact.courrielPro),
    accepte_courriel: orNull(contact.accepteCourriel),
    accepte_sms: orNull(contact.accepteSms),
    ...(table === 'contacts_partenaires'
      ? { est_referent: orNull(contact.estReferent), est_principal: orNull(contact.estPrincipal) }
      : {}),
  });
  await writeTelephones(base, table, id, contact);
  return id;
}

/** In the base, as the Content Manager leaves it; `contactId`: who would be written to. */
export async function writeFiche(
  base: Base,
  fiche: FicheSaisie
): Promise<{ id: number; contactId: number | null }> {
  switch (fiche.typeDestinataire) {
    case 'entrepreneur': {
      const id = await base.add('entrepreneurs', {
        nom: 'PALMER',
        prenom: 'Jack',
        inactif: orNull(fiche.inactif),
        consentement_rgpd: orNull(fiche.consentementRgpd),
        accepte_sms: orNull(fiche.accepteSms),
      });
      for (const [rang, { adresse, reference, accepte }] of (fiche.emails ?? []).entries()) {
        await base.addComposant('entrepreneurs', id, 'email', {
          adresse,
          reference: orNull(reference),
          accepte: orNull(accepte),
          order: rang + 1,
        });
      }
      await writeTelephones(base, 'entrepreneurs', id, fiche);
      return { id, contactId: id };
    }
    case 'contact_individuel': {
      const id = await writeContact(base, 'contacts_individuels', fiche);
      return { id, contactId: id };
    }
    case 'entreprise_partenaire': {
      const id = await base.add('entreprises_partenaires', {
        raison_sociale: 'GUYENNE',
        inactif: orNull(fiche.inactif),
      });
      const contacts: number[] = [];
      for (const contact of fiche.contacts ?? []) {
        const contactId = await writeContact(base, 'contacts_partenaires', contact);
        await base.link('contacts_partenaires_entreprise_lnk', {
          contact_partenaire_id: contactId,
          entreprise_partenaire_id: id,
        });
        contacts.push(contactId);
      }
      return { id, contactId: contacts[0] ?? null };
    }
  }
}
