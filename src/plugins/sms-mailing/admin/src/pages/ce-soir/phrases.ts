import type { OriginePrevue, Soiree } from '../../../../core/soiree';
import { LIBELLES_MODALITE } from '../../../../core/vocabulaire';
import { formatNombre, pluralize } from '../../components/texte';
import { accordeDepart } from '../../envoi/phrase-depart';
import { phraseDepart } from '../../widgets/soiree-suivie';

const RIEN = 'Rien n’est programmé pour cet envoi.';
const TOUT_RETENU = 'Rien ne partira : tout ce qui est programmé est retenu.';

/** « Partiront ce soir à 19h00 : 99 messages, dont 28 envois automatiques, 45 SMS décomptés. » */
export function phraseSoiree(soiree: Soiree): string {
  const { programmes, automatiquesCeSoir, creditsCeSoir, retenus } = soiree;
  const total = programmes + automatiquesCeSoir;
  if (total === 0) {
    return Object.values(retenus).some((nombre) => nombre > 0) ? TOUT_RETENU : RIEN;
  }
  const dont =
    automatiquesCeSoir === 0
      ? ''
      : `, dont ${pluralize(automatiquesCeSoir, 'envoi automatique', 'envois automatiques')}`;
  const sms =
    creditsCeSoir === 0 ? '' : `, ${pluralize(creditsCeSoir, 'SMS décompté', 'SMS décomptés')}`;
  return `${accordeDepart(phraseDepart(soiree), total)} : ${pluralize(total, 'message')}${dont}${sms}.`;
}

/** « Reste 412 SMS ensuite. » */
export function phraseReste({ resteSms }: Soiree): string {
  if (resteSms === null) {
    return 'SMS : décompte non suivi.';
  }
  return resteSms < 0
    ? `Il manque ${pluralize(-resteSms, 'SMS', 'SMS')}.`
    : `Il restera ${pluralize(resteSms, 'SMS', 'SMS')}.`;
}

export function nomOrigine({
  modalite,
  modele,
}: Pick<OriginePrevue, 'modalite' | 'modele'>): string {
  return `${LIBELLES_MODALITE[modalite]} « ${modele} »`;
}

export function cleOrigine(origine: {
  modalite: string;
  regle: string | null;
  campagneId: number | null;
  modeleDocumentId: string;
  typeDestinataire: string;
}): string {
  const { modalite, regle, campagneId, modeleDocumentId, typeDestinataire } = origine;
  return [modalite, regle, campagneId, modeleDocumentId, typeDestinataire].join('|');
}

export const countExclus = ({ exclus }: Pick<OriginePrevue, 'exclus'>): number =>
  exclus.reduce((somme, { nombre }) => somme + nombre, 0);

/** « à 12 vraies personnes » (decision G20). */
export function aVraiesPersonnes(nombre: number): string {
  return nombre > 1 ? `à ${formatNombre(nombre)} vraies personnes` : 'à une vraie personne';
}
