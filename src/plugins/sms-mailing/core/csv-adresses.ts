import { LIBELLES_DEFAUT, phraseDefaut, type AdresseACorriger } from './api/adresses';
import { toCsv } from './csv';
import { localDate } from './horaire';

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

/** '2026-03-02' as a sheet reads it: 02/03/2026. */
const formatJour = (jour: string): string => jour.split('-').reverse().join('/');

/** The page « Adresses à corriger » as a sheet, to be handed to whoever telephones. */
export function toCsvAdresses(lignes: readonly AdresseACorriger[], zone: string): string {
  const jourDe = (iso: string): string => formatJour(localDate(new Date(iso), zone));
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
      ligne.action === null ? '' : `${formatJour(ligne.action.date)} ${ligne.action.objet}`.trim(),
    ])
  );
}
