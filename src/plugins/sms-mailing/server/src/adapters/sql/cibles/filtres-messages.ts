import type { FiltresCampagne } from '../../../../../core/filtres-campagne';
import { SQL_HISTORIQUE } from '../archives/historique';
import type { Condition } from '../destinataires/perimetre';
import { oneOfFiches } from './conditions';

/** Whom an envoi `u` of this kind of destinataires has reached; read once for all, not person by person. */
function sqlAtteints({ sql, params }: Condition, typeDestinataire: string): Condition {
  return {
    sql: `d.id IN (SELECT u.destinataire_id FROM ${SQL_HISTORIQUE} u
            WHERE u.type_destinataire = '${typeDestinataire}' AND u.statut IN ('envoye', 'remis') AND ${sql})`,
    params,
  };
}

/** « A reçu la campagne », « N'a pas reçu le modèle »: what the ledger says of the person. */
export function onMessages(filtres: FiltresCampagne): Condition[] {
  const { typeDestinataire, recuCampagne, nonRecuModele } = filtres;
  const recus = oneOfFiches('u.campagne_id', 'sms_campagnes', 'recuCampagne', recuCampagne);
  const nonRecus = oneOfFiches('u.modele_id', 'sms_modeles', 'nonRecuModele', nonRecuModele);
  return [
    ...recus.map((condition) => sqlAtteints(condition, typeDestinataire)),
    ...nonRecus
      .map((condition) => sqlAtteints(condition, typeDestinataire))
      .map(({ sql, params }) => ({ sql: `NOT (${sql})`, params })),
  ];
}
