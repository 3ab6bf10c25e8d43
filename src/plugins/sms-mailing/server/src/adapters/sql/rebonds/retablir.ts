import type { Knex } from 'knex';
import type { RetablirAdresse } from '../../../../../core/api/adresses';
import { canonCourriel } from '../../../../../core/courriel';
import type { Perimetre } from '../../../../../core/perimetre';
import type { Empreinteur } from '../../../services/ports/calculs';
import { noteActe } from '../actes/note-acte';
import { sqlFiches, TABLES_CONTACT } from '../destinataires/fiches';
import { sqlPerimetre } from '../destinataires/perimetre';
import { execute, query } from '../query';

/** The person of the périmètre who bears this address, accepted or not. */
function sqlPorteur({ typeDestinataire: type }: RetablirAdresse, perimetre: string): string {
  const porte =
    type === 'entrepreneur'
      ? `EXISTS (SELECT 1 FROM ${TABLES_CONTACT[type]}_cmps x JOIN components_coordonnees_emails c ON c.id = x.cmp_id
                  WHERE x.entity_id = d.contact_id AND x.field = 'emails' AND c.empreinte = :empreinte)`
      : 'd.empreinte_courriel = :empreinte';
  return `SELECT d.id FROM (${sqlFiches(type)}) d WHERE d.document_id = :documentId AND ${porte} AND ${perimetre}`;
}

/** What comes back afterwards is counted anew. */
const LEVE = `
  UPDATE sms_rebonds SET leve_le = :now WHERE empreinte = :empreinte AND leve_le IS NULL`;

/** False: nobody of the périmètre bears this address. What is refused no more receives again, whoever bears it. */
export async function retablirAdresse(
  trx: Knex.Transaction,
  empreinteur: Empreinteur,
  demande: RetablirAdresse,
  { perimetre, now }: { perimetre: Perimetre; now: Date }
): Promise<boolean> {
  const limite = sqlPerimetre(perimetre);
  const empreinte = empreinteur.empreinte(canonCourriel(demande.adresse));
  const { documentId, typeDestinataire } = demande;
  const porteurs = await query(trx, sqlPorteur(demande, limite.sql), {
    ...{ ...limite.params, empreinte, documentId },
  });
  if (porteurs.length === 0) {
    return false;
  }
  if ((await execute(trx, LEVE, { empreinte, now })) > 0) {
    const concerne = typeDestinataire === 'entrepreneur' ? { entrepreneur: documentId } : {};
    await noteActe(trx, 'adresse-retablie', {}, concerne);
  }
  return true;
}
