import type { Parametres } from '../../../../core/parametres';
import type { ReglagesRendu } from '../../../../core/reglages-rendu';
import type { AdresseMail } from '../ports/mail';
import type { Moteur } from '../ports/moteur';

type Deps = Pick<Moteur, 'reglages' | 'sms' | 'desinscription' | 'reponse'>;

/** Who writes: what the panel saved, else the environment's. */
export function resolveExpediteur({ reglages }: Deps, parametres: Parametres): AdresseMail {
  return {
    nom: parametres.expediteurNom || reglages.expediteur.nom,
    adresse: parametres.expediteurAdresse || reglages.expediteur.adresse,
  };
}

/** What these settings put into a message that leaves now. */
export function toReglagesRendu(moteur: Deps, parametres: Parametres): ReglagesRendu {
  const { nom, adresse } = resolveExpediteur(moteur, parametres);
  const { stopAjoute, caracteresStop, partiesMax } = moteur.sms.capacites;
  const { remplacerAccents, caracteresParSms, adressePostale } = parametres;
  return {
    zone: moteur.reglages.zone,
    // A message always says who writes.
    expediteur: nom || adresse,
    adressePostale,
    adresseDesinscription: moteur.desinscription.adresse,
    adresseReponse: moteur.reponse.adresse,
    sms: {
      remplacerAccents,
      caracteresParSms,
      caracteresStop: stopAjoute ? caracteresStop : 0,
      stopAExiger: !stopAjoute,
      partiesMax,
    },
  };
}

export async function readReglagesRendu(
  moteur: Deps & Pick<Moteur, 'parametres'>
): Promise<ReglagesRendu> {
  return toReglagesRendu(moteur, await moteur.parametres.read());
}
