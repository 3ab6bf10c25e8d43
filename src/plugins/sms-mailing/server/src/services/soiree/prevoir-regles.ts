import { TOUT } from '../../../../core/perimetre';
import type { Candidat } from '../../adapters/sql/cibles/read-candidats';
import { lireRegle } from '../envois-automatiques/prevoir-soir';
import type { RegleEnregistree } from '../ports/envois-automatiques';
import type { ChaineDeps, PartLue } from '../programmer/demande';
import { classer } from '../programmer/inscrire';
import { findImpayables, type Payable } from '../programmer/limit-credits';
import { createLirePart } from '../programmer/prepare-demande';
import { createGroupes, type Groupe } from './groupes';

interface SmsPrevu extends Payable {
  rang: number;
  candidat: Pick<Candidat, 'id' | 'antenneId' | 'equipeId' | 'referentId'>;
}

/** No text keeps anyone back nor costs more for one than for another: counted in SQL. */
async function groupInSql(deps: ChaineDeps, { part }: PartLue): Promise<Groupe[]> {
  return (await deps.programmes.group(part)).map((groupe) => ({ ...groupe, credits: 0 }));
}

/** Each text is rendered, a batch at a time; SMS wait in `sms` for their share of what is left. */
async function groupRendus(
  deps: ChaineDeps,
  lue: PartLue,
  rang: number,
  sms: SmsPrevu[]
): Promise<Groupe[]> {
  const groupes = createGroupes();
  await deps.programmes.read(lue.part, { donnees: lue.rendu.donnees }, (lot) => {
    for (const candidat of lot) {
      const { motif, credits } = classer(lue, candidat);
      if (motif === null && credits > 0) {
        const { id, antenneId, equipeId, referentId } = candidat;
        const { actionId, actionDate, actionHeure } = candidat;
        sms.push({
          ...{ rang, credits, actionId, actionDate, actionHeure },
          candidat: { id, antenneId, equipeId, referentId },
        });
      } else {
        groupes.add(candidat, motif, credits);
      }
    }
    return true;
  });
  return groupes.list();
}

/** The SMS of all the rules together, as what is left pays them (decision E2). */
async function shareSms(
  deps: ChaineDeps,
  sms: readonly SmsPrevu[],
  nombre: number
): Promise<Groupe[][]> {
  const { autoriserDepassement } = await deps.parametres.read();
  const reste = autoriserDepassement ? null : await deps.programmes.readReste();
  const impayables = new Set(reste === null ? [] : findImpayables(sms, reste));
  const parRang = Array.from({ length: nombre }, () => createGroupes());
  for (const prevu of sms) {
    const manque = impayables.has(prevu);
    parRang[prevu.rang]?.add(
      prevu.candidat,
      manque ? 'credit_sms_insuffisant' : null,
      manque ? 0 : prevu.credits
    );
  }
  return parRang.map((groupes) => groupes.list());
}

/**
 * What the rules would do on an evening, each as it would be planned and together as the SMS left would pay
 * them. In the order of `regles`, all périmètres together.
 */
export async function prevoirRegles(
  deps: ChaineDeps,
  regles: readonly RegleEnregistree[],
  { soir, now }: { soir: string; now: Date }
): Promise<Groupe[][]> {
  const lire = await createLirePart(deps);
  const sms: SmsPrevu[] = [];
  const groupes: Groupe[][] = [];
  for (const [rang, regle] of regles.entries()) {
    const lue = await lireRegle(lire, regle, { soir, perimetre: TOUT, now });
    const { constant } = lue.rendu;
    const gratuit = constant?.motif === null && constant.credits === 0;
    groupes.push(gratuit ? await groupInSql(deps, lue) : await groupRendus(deps, lue, rang, sms));
  }
  const partages = await shareSms(deps, sms, regles.length);
  return groupes.map((liste, rang) => [...liste, ...(partages[rang] ?? [])]);
}
