import { composeAvisReponses } from '../../../../core/avis-reponses';
import { alertPackages } from '../../../../core/package-sms';
import {
  composeAlerteStock,
  composeRecapitulatif,
  renderAvis,
  type Avis,
} from '../../../../core/recapitulatif';
import { composeService } from './compose-service';
import { noteEchec, settleEchec, type Echec } from './settle-echec';
import type { AvisDu, IssueAvis } from '../ports/avis';
import type { MessagePret } from '../ports/mail';
import type { Moteur } from '../ports/moteur';

/** A turn of the watch never lasts: the rest follows at the next. */
const AVIS_PAR_TOUR = 50;
const PAUSE_MS = 5 * 60_000;

const ENTIER = 100;

/** Guide §10: mailed once for each set of packages and level; a package bought arms it again. */
async function planAlerteStock({ avis, packages, parametres, clock }: Moteur): Promise<void> {
  const { seuilAlertePackages, alertesA } = await parametres.read();
  const { niveau } = alertPackages(await packages.list(), seuilAlertePackages / ENTIER);
  if (niveau === 'bas' || niveau === 'epuise') {
    await avis.planAlerteStock(niveau, alertesA, clock());
  }
}

async function writeAvis({ parametres, packages }: Moteur, du: AvisDu): Promise<Avis> {
  switch (du.genre) {
    case 'recapitulatif':
      return composeRecapitulatif(du.action, du.lignes);
    case 'digest':
      return du.avis;
    case 'reponses': {
      const { action, recues, comptes } = du.reponses;
      return composeAvisReponses(action, recues, comptes);
    }
    case 'stock_sms': {
      const { seuilAlertePackages } = await parametres.read();
      return composeAlerteStock(alertPackages(await packages.list()).reste, seuilAlertePackages);
    }
  }
}

async function composeAvis(moteur: Moteur, du: AvisDu): Promise<MessagePret> {
  const avis = await writeAvis(moteur, du);
  return composeService(moteur, moteur.reglages.expediteur, {
    cle: `avis:${String(du.id)}`,
    destinataire: { nom: du.nom, adresse: du.adresse },
    objet: avis.objet,
    ...renderAvis(avis),
    date: moteur.clock(),
  });
}

/** Not handed over: the transport closed meanwhile. */
function rendre(now: Date): IssueAvis {
  const disponibleLe = new Date(now.getTime() + PAUSE_MS);
  return { statut: 'programme', disponibleLe, detail: '', compte: false };
}

function toIssue(echec: Echec, du: AvisDu, now: Date): IssueAvis {
  const issue = settleEchec(echec, du, now);
  switch (issue.statut) {
    case 'programme': {
      const disponibleLe = issue.disponibleLe ?? new Date(now.getTime() + PAUSE_MS);
      return {
        statut: 'programme',
        disponibleLe,
        detail: issue.detail ?? '',
        compte: issue.compte,
      };
    }
    case 'echec':
    case 'incertain':
      return { statut: issue.statut, detail: issue.detail };
    case 'exclu':
    case 'envoye':
      return { statut: 'envoye' };
  }
}

async function sendOne(moteur: Moteur, du: AvisDu): Promise<void> {
  const { avis, transports, clock } = moteur;
  const transport = transports.mail;
  const message = await composeAvis(moteur, du).catch(async (erreur: unknown) => {
    await avis.record(du.id, rendre(clock()), clock());
    throw erreur;
  });
  await transport.places.soir.acquire(1);
  try {
    await avis.record(du.id, await handOver(moteur, du, message), clock());
  } finally {
    transport.places.soir.release(1);
  }
}

async function handOver(
  { mail, transports, clock, journal }: Moteur,
  du: AvisDu,
  message: MessagePret
): Promise<IssueAvis> {
  const transport = transports.mail;
  const remise = transport.begin(`avis:${String(du.id)}`);
  if (!remise.isPermise()) {
    return rendre(clock());
  }
  try {
    await mail.send(message);
    remise.note({ genre: 'parti' }, '');
    return { statut: 'envoye' };
  } catch (erreur) {
    return toIssue(noteEchec(erreur, { transport, remise }, journal), du, clock());
  }
}

/**
 * Docs/adr/0011: recaps of the evening (decision F15), answers of participants and alerts of stock, by the same mail transport and its
 * suspensions. Taken one at a time, committed before the wire is touched.
 */
export async function deliverAvis(moteur: Moteur): Promise<void> {
  const { avis, transports, suspensions, clock, journal } = moteur;
  const perdus = await avis.sweep(clock());
  if (perdus > 0) {
    journal.warn(
      `${String(perdus)} avis internes incertains après un arrêt : ils ne sont pas renvoyés.`
    );
  }
  await avis.planRecapitulatifs(clock());
  await planAlerteStock(moteur);
  for (let i = 0; i < AVIS_PAR_TOUR; i += 1) {
    if (suspensions.mail !== null || !transports.mail.isOuvert()) {
      return;
    }
    const du = await avis.take(clock());
    if (du === null) {
      return;
    }
    await sendOne(moteur, du);
  }
}
