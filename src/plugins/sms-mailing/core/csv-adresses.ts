import { LIBELLES_DEFAUT, phraseDefaut, type AdresseACorriger } from './api/adresses';
import { toCsv } from './csv';
import { formatDate, localDate } from './horaire';

const ENTETES = [
  'Nom',
  'Entreprise',
  'Adresse e-mail',
  'Défaut',
  'Raison',
  'Téléphone',
  'Référent',
  'Prochaine action',
] as const;

/** The page « Adresses à corriger » as a sheet, to be handed to whoever telephones. */
export function toCsvAdresses(lignes: readonly AdresseACorriger[], zone: string): string {
  const jourDe = (iso: string): string => formatDate(localDate(new Date(iso), zone));
  return toCsv(
    ENTETES,
    lignes.map((ligne) => [
      ligne.nom,
      ligne.raisonSociale ?? '',
      ligne.adresse ?? '',
      LIBELLES_DEFAUT[ligne.defaut],
      phraseDefaut(ligne, jourDe),
      ligne.telephone ?? '',
      ligne.referent ?? '',
      ligne.action === null ? '' : `${formatDate(ligne.action.date)} ${ligne.action.objet}`.trim(),
    ])
  );
}
