import type { ComptesDestinataires, RecapCampagne } from '../../../../core/api/campagnes';
import { spreadEmails } from '../../../../core/etalement';
import { phraseDepart } from '../../../../core/horaire';
import { describeFiltres } from '../../../../core/phrases-filtres';
import { phraseRetenue } from '../../../../core/suspension';
import type { CampagneStore } from '../ports/campagnes';
import type { ChaineDeps, Demande } from '../programmer/demande';
import { prevoir, type PrevisionPart } from '../programmer/prevoir';

/** Everyone looked at, in the onglet where the list shows them. */
export function toOnglets({
  tenus,
  motifs,
  recevront,
  recents,
}: PrevisionPart): ComptesDestinataires {
  const exclus = Object.values(motifs).reduce((somme, nombre) => somme + nombre, 0);
  return {
    effectues: tenus.deja_envoye ?? 0,
    programmes: tenus.deja_programme ?? 0,
    nonFaits: { total: recevront + exclus, joignables: recevront, motifs, recents },
  };
}

/** Guide §7.b, the recap above the list: filters, evening, who will receive, who will not and why. */
export async function countDestinataires(
  deps: ChaineDeps & { campagnes: Pick<CampagneStore, 'loadLabels'> },
  demande: Demande
): Promise<RecapCampagne> {
  const [prevision] = await prevoir(deps, demande, { lignes: 0, programmable: false });
  if (prevision === undefined || prevision.lue.part.cible.genre !== 'campagne') {
    throw new TypeError('A campagne counts one modèle.');
  }
  const { part } = prevision.lue;
  const { filtres } = prevision.lue.part.cible;
  const noms = await deps.campagnes.loadLabels([filtres], part.perimetre);
  const { credits, estime } = prevision;
  const mail = part.modele.typeContact !== 'sms';
  const { emailsParHeure: parHeure } = await deps.parametres.read();
  const avant = mail && parHeure !== null ? await deps.programmes.countMails(part.depart) : 0;
  return {
    comptes: toOnglets(prevision),
    filtres: describeFiltres(filtres, noms),
    noms,
    depart: part.depart,
    phraseDepart: phraseDepart(part.now, deps.zone, part.depart),
    retenu: phraseRetenue(deps.suspensions, { ...part.modele, modalite: 'campagne' }),
    piecesJointes: prevision.lue.version?.contenu.piecesJointes ?? [],
    etalement: mail
      ? spreadEmails({ messages: prevision.recevront, avant, parHeure }, part.depart, deps.zone)
      : null,
    sms:
      part.modele.typeContact === 'sms'
        ? { credits, estime, disponible: await deps.programmes.readReste() }
        : null,
  };
}
