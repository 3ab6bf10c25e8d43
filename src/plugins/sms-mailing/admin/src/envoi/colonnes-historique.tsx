import { Typography } from '@strapi/design-system';
import type { LigneHistorique } from '../../../core/api/historique';
import { LIBELLES_MODALITE, LIBELLES_TYPE_CONTACT } from '../../../core/vocabulaire';
import type { ColonneServeur } from '../components/TableauServeur';
import { formatInstant } from '../components/texte';
import { StatutEnvoi } from './StatutEnvoi';

const STATUT: ColonneServeur<LigneHistorique> = {
  cle: 'statut',
  titre: 'Statut de l’envoi',
  cellule: (ligne) => <StatutEnvoi ligne={ligne} />,
};

const DESTINATAIRE: ColonneServeur<LigneHistorique> = {
  cle: 'destinataire',
  titre: 'Personne',
  cellule: ({ destinataire }) => <Typography>{destinataire}</Typography>,
};

const MODELE: ColonneServeur<LigneHistorique> = {
  cle: 'modele',
  titre: 'Nom du modèle',
  cellule: ({ modele, typeContact }) => (
    <>
      <Typography tag="p">{modele}</Typography>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {LIBELLES_TYPE_CONTACT[typeContact]}
      </Typography>
    </>
  ),
};

const ORIGINE: ColonneServeur<LigneHistorique> = {
  cle: 'origine',
  titre: 'Origine de l’envoi',
  cellule: ({ origine }) => <Typography>{LIBELLES_MODALITE[origine]}</Typography>,
};

const ADRESSE: ColonneServeur<LigneHistorique> = {
  cle: 'adresse',
  titre: 'Adresse ou numéro',
  cellule: ({ adresse }) => <Typography>{adresse}</Typography>,
};

/** Only once sent (guide §9.c). */
const DATE: ColonneServeur<LigneHistorique> = {
  cle: 'date',
  titre: 'Date d’envoi',
  cellule: ({ envoyeLe }) => <Typography>{formatInstant(envoyeLe)}</Typography>,
};

/** Guide §8.c and §9.c, in their order; the names only where several persons are listed. */
export function colonnesHistorique(avecNoms: boolean): ColonneServeur<LigneHistorique>[] {
  return [STATUT, ...(avecNoms ? [DESTINATAIRE] : []), MODELE, ORIGINE, ADRESSE, DATE];
}
