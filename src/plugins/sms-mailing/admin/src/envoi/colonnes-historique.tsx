import { Typography } from '@strapi/design-system';
import type { LigneHistorique } from '../../../core/api/historique';
import { libelleStatut } from '../../../core/envoi';
import { LIBELLES_MODALITE, LIBELLES_TYPE_CONTACT } from '../../../core/vocabulaire';
import type { ColonneTableau } from '../components/Tableau';
import { formatInstant } from '../components/texte';
import { AdresseEnvoi } from './AdresseEnvoi';
import { NomDestinataire } from './NomDestinataire';
import { StatutEnvoi } from './StatutEnvoi';

const STATUT: ColonneTableau<LigneHistorique> = {
  cle: 'statut',
  titre: 'Statut de l’envoi',
  valeur: ({ statut }) => libelleStatut(statut),
  cellule: (ligne) => <StatutEnvoi ligne={ligne} />,
};

const DESTINATAIRE: ColonneTableau<LigneHistorique> = {
  cle: 'destinataire',
  titre: 'Personne',
  valeur: ({ destinataire }) => destinataire,
  cellule: (ligne) => <NomDestinataire ligne={ligne} />,
};

const MODELE: ColonneTableau<LigneHistorique> = {
  cle: 'modele',
  titre: 'Nom du modèle',
  valeur: ({ modele }) => modele,
  cellule: ({ modele, typeContact }) => (
    <>
      <Typography tag="p">{modele}</Typography>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {LIBELLES_TYPE_CONTACT[typeContact]}
      </Typography>
    </>
  ),
};

const ORIGINE: ColonneTableau<LigneHistorique> = {
  cle: 'origine',
  titre: 'Origine de l’envoi',
  valeur: ({ origine }) => LIBELLES_MODALITE[origine],
};

const ADRESSE: ColonneTableau<LigneHistorique> = {
  cle: 'adresse',
  titre: 'Adresse ou numéro',
  valeur: ({ adresse, prevue }) => adresse ?? prevue?.adresse ?? '',
  cellule: (ligne) => <AdresseEnvoi ligne={ligne} />,
};

/** Only once sent (guide §9.c). */
const DATE: ColonneTableau<LigneHistorique> = {
  cle: 'date',
  titre: 'Date d’envoi',
  valeur: ({ envoyeLe }) => formatInstant(envoyeLe),
};

/** Guide §8.c and §9.c, in their order; the names only where several persons are listed. */
export function colonnesHistorique(avecNoms: boolean): ColonneTableau<LigneHistorique>[] {
  return [STATUT, ...(avecNoms ? [DESTINATAIRE] : []), MODELE, ORIGINE, ADRESSE, DATE];
}
