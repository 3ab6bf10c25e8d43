import { Badge, Flex, Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import { Link } from 'react-router-dom';
import { formatNumero } from '../../../../../core/affiche-numero';
import type { LigneDestinataire } from '../../../../../core/api/campagnes';
import type { EnJson } from '../../../../../core/api/en-json';
import { libelleStatut } from '../../../../../core/envoi';
import { phraseOpposee, phraseRefusee } from '../../../oppositions/phrases';
import { phraseMotif } from '../../../../../core/motif';
import type { TypeContact, TypeDestinataire } from '../../../../../core/vocabulaire';
import type { ColonneServeur } from '../../../components/TableauServeur';
import { formatInstant, formatJour, pluralize } from '../../../components/texte';
import { cheminPersonne } from '../../../envoi/lieu-du-motif';

export type Ligne = EnJson<LigneDestinataire>;

/** « PALMER Julien » */
export function nameLigne({ nom, prenom, raisonSociale }: Ligne): string {
  const personne = [nom, prenom].filter(Boolean).join(' ');
  return raisonSociale === null || raisonSociale === nom
    ? personne
    : `${raisonSociale} (${personne})`;
}

function Marques({ ligne }: { ligne: Ligne }): JSX.Element {
  return (
    <Flex gap={1} wrap="wrap">
      {ligne.ficheTest ? <Badge>fiche test</Badge> : null}
      {ligne.envoi === null ? null : (
        <Badge>
          {libelleStatut(ligne.envoi.statut)}, {formatInstant(ligne.envoi.prevuLe)}
        </Badge>
      )}
      {ligne.memeSoir === 0 ? null : (
        <Badge backgroundColor="warning100" textColor="neutral800">
          recevra déjà {pluralize(ligne.memeSoir, 'message')} ce soir-là
        </Badge>
      )}
      {ligne.memeAdresse < 2 ? null : (
        <Badge backgroundColor="warning100" textColor="neutral800">
          {pluralize(ligne.memeAdresse, 'fiche')} à la même adresse
        </Badge>
      )}
      {ligne.dernierEnvoiLe === null ? null : (
        <Badge backgroundColor="warning100" textColor="neutral800">
          déjà reçu le {formatInstant(ligne.dernierEnvoiLe).slice(0, 10)}
        </Badge>
      )}
    </Flex>
  );
}

/** The address that will really be used, or why there is none: the name leads to the fiche, where it is mended. */
function Adresse({ ligne }: { ligne: Ligne }): JSX.Element {
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      {ligne.motif === null ? (
        <Typography>{formatNumero(ligne.adresse ?? '')}</Typography>
      ) : (
        <Typography variant="pi" textColor="danger600">
          {phraseMotif(ligne.motif)}
          {ligne.opposition === null ? '' : ` Cette personne ${phraseOpposee(ligne.opposition)}.`}
          {ligne.refus === null ? '' : ` Dernier geste : ${phraseRefusee(ligne.refus)}.`}
        </Typography>
      )}
      <Marques ligne={ligne} />
    </Flex>
  );
}

const texte = (
  cle: string,
  titre: string,
  valeurOf: (ligne: Ligne) => string | null,
  triable = false
): ColonneServeur<Ligne> => ({
  ...{ cle, titre, triable },
  // A name is never cut: the address, which has no spaces, gives it the width.
  cellule: (ligne) => (
    <Typography style={{ overflowWrap: 'normal' }}>{valeurOf(ligne) ?? ''}</Typography>
  ),
});

const nom = (type: TypeDestinataire): ColonneServeur<Ligne> => ({
  cle: 'nom',
  titre: type === 'entreprise_partenaire' ? 'Contact référent' : 'Nom',
  triable: true,
  cellule: (ligne) => (
    <Typography
      tag={Link}
      to={cheminPersonne(type, ligne.documentId)}
      fontWeight="semiBold"
      textColor="primary700"
      style={{ overflowWrap: 'normal' }}
    >
      {type === 'entreprise_partenaire'
        ? [ligne.nom, ligne.prenom].filter(Boolean).join(' ')
        : ligne.nom}
    </Typography>
  ),
});

const adresse = (typeContact: TypeContact): ColonneServeur<Ligne> => ({
  cle: 'adresse',
  titre: typeContact === 'sms' ? 'Numéro utilisé' : 'E-mail utilisé',
  cellule: (ligne) => <Adresse ligne={ligne} />,
});

const TELEPHONE: ColonneServeur<Ligne> = {
  ...{ cle: 'telephone', titre: 'Téléphone' },
  cellule: ({ telephone }) => (
    <Typography style={{ whiteSpace: 'nowrap' }}>{formatNumero(telephone ?? '')}</Typography>
  ),
};

/** Guide §7.b: Civilité, Nom, Prénom, E-mail principal, Téléphone, Référent, Date dernière situation. */
export function colonnesDestinataires(
  type: TypeDestinataire,
  typeContact: TypeContact
): ColonneServeur<Ligne>[] {
  const referent = texte('referent', 'Référent', (ligne) => ligne.referent, true);
  if (type === 'entreprise_partenaire') {
    return [
      texte('raison_sociale', 'Raison sociale', ({ raisonSociale }) => raisonSociale),
      nom(type),
      texte('fonction', 'Fonction', ({ fonction }) => fonction),
      texte('antenne', 'Antenne', ({ antenne }) => antenne),
      texte('ville', 'Ville', ({ ville }) => ville),
      adresse(typeContact),
    ];
  }
  const identite = [
    texte('civilite', 'Civilité', ({ civilite }) => civilite, true),
    nom(type),
    texte('prenom', 'Prénom', ({ prenom }) => prenom, true),
  ];
  return type === 'contact_individuel'
    ? [
        ...identite,
        texte('fonction', 'Fonction', ({ fonction }) => fonction),
        texte('antenne', 'Antenne', (ligne) => ligne.antenne),
        texte('ville', 'Ville', (ligne) => ligne.ville),
        referent,
        adresse(typeContact),
      ]
    : [
        ...identite,
        adresse(typeContact),
        TELEPHONE,
        referent,
        texte(
          'date_situation',
          'Date dernière situation',
          ({ dateSituation }) => (dateSituation === null ? null : formatJour(dateSituation)),
          true
        ),
      ];
}
