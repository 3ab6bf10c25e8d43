import { domaineOf, examineDns, type ControleDomaine } from '../../../../core/domaine-expediteur';
import { alertPackages } from '../../../../core/package-sms';
import { listPoints, type PretAEnvoyer } from '../../../../core/pret-a-envoyer';
import type { ParametresDeps } from './parametres-deps';

/** « Prêt à envoyer ? »: what is done, what is left to do, and which envois wait for it. */
export async function examinePret(deps: ParametresDeps): Promise<PretAEnvoyer> {
  const { effectifs, enregistres, moteur, packages, environnement } = deps;
  const { promotionSansConsentement, adressePostale, seuilAlertePackages } = enregistres.parametres;
  const points = listPoints({
    ...effectifs.faits,
    promotionSansConsentement,
    adressePostale,
    packages: alertPackages(await packages.list(), seuilAlertePackages / 100),
    ouvriers: await moteur.ouvriers.count(moteur.reglages.bailMs),
  });
  return { baseReelle: environnement.baseReelle, points, suspensions: effectifs.suspensions };
}

/** A sub-domain answers for itself or by the domain above it (RFC 7489 §6.6.3, without the public suffix list). */
async function readDmarc(
  { dns }: ParametresDeps,
  domaine: string
): Promise<readonly string[] | null> {
  const propre = await dns.readTxt(`_dmarc.${domaine}`);
  const parent = domaine.split('.').slice(-2).join('.');
  return propre?.length === 0 && parent !== domaine ? dns.readTxt(`_dmarc.${parent}`) : propre;
}

/** « Vérifier le domaine »: SPF, DKIM and DMARC of the sender, for information. */
export async function examineDomaine(deps: ParametresDeps): Promise<ControleDomaine> {
  const { dns, effectifs, environnement } = deps;
  const domaine = domaineOf(effectifs.expediteur.adresse);
  const { dkim } = environnement;
  const [racine, dmarc, cle] = await Promise.all([
    dns.readTxt(domaine),
    readDmarc(deps, domaine),
    dkim === null
      ? undefined
      : dns.readTxt(`${dkim.selecteur}._domainkey.${dkim.domaine || domaine}`),
  ]);
  return { domaine, controles: examineDns({ domaine: racine, dmarc, dkim: cle }) };
}
