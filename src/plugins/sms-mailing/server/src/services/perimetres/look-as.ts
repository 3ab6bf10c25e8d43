import type { PageVue } from '../../../../core/api/profils';
import { demandeActionsSchema, demandePersonnesSchema } from '../../../../core/api/repertoire';
import { demandeHistoriqueSchema } from '../../../../core/campagne';
import { RegleError } from '../../../../core/errors';
import { formatDate, localDate } from '../../../../core/horaire';
import { PREFIXE, type Permission } from '../../../../core/permissions';
import { covers, type Perimetre } from '../../../../core/perimetre';
import { phraseRegle } from '../../../../core/regle';
import type { TypeDestinataire } from '../../../../core/vocabulaire';
import type { Stores } from '../ports/stores';
import { resolvePerimetre, type Demandeur } from './resolve-perimetre';

/** Who is looked at, on whose fiches, and how many the evening would show. */
interface Vue {
  stores: Pick<Stores, 'repertoire' | 'campagnes' | 'moteur'>;
  compte: Demandeur;
  perimetre: Perimetre;
  countCeSoir: (perimetre: Perimetre) => Promise<number>;
}

type Montre = Pick<PageVue, 'premiers'> & { total: number };

const PREMIERS = 5;
const PAGE = { page: '1', pageSize: String(PREMIERS) };

async function listPersonnes(type: TypeDestinataire, vue: Vue): Promise<Montre> {
  const { total, lignes } = await vue.stores.repertoire.listPersonnes(
    type,
    demandePersonnesSchema.parse(PAGE),
    { utilisateurId: vue.compte.utilisateurId, perimetre: vue.perimetre }
  );
  return { total, premiers: lignes.map(({ raisonSociale, nom }) => raisonSociale ?? nom) };
}

async function listActions({ stores, compte, perimetre }: Vue): Promise<Montre> {
  const { utilisateurId, jour: aujourdhui } = compte;
  const qui = { utilisateurId, perimetre, aujourdhui };
  const { total, lignes } = await stores.repertoire.listActions(
    demandeActionsSchema.parse(PAGE),
    qui
  );
  return { total, premiers: lignes.map(({ objet, date }) => `${objet} (${formatDate(date)})`) };
}

async function listCampagnes({ stores, perimetre }: Vue): Promise<Montre> {
  const { campagnes, moteur } = stores;
  const { du: _du, au: _au, ...demande } = demandeHistoriqueSchema.parse({ pageSize: PREMIERS });
  const page = { ...demande, depuis: null, avant: null, perimetre, now: moteur.clock() };
  const { total, lignes } = await campagnes.list(page);
  const jourOf = (prevuLe: Date): string => formatDate(localDate(prevuLe, moteur.reglages.zone));
  return {
    total,
    premiers: lignes.map(({ modeleNom, prevuLe }) => `${modeleNom} du ${jourOf(prevuLe)}`),
  };
}

/** The pages that show somebody, under the right that opens each, as they themselves read them. */
const PAGES: readonly (readonly [string, Permission, (vue: Vue) => Promise<Montre>])[] = [
  ['Entrepreneurs', 'fiches.consulter-historique', (vue) => listPersonnes('entrepreneur', vue)],
  [
    'Contacts individuels',
    'fiches.consulter-historique',
    (vue) => listPersonnes('contact_individuel', vue),
  ],
  [
    'Entreprises partenaires',
    'fiches.consulter-historique',
    (vue) => listPersonnes('entreprise_partenaire', vue),
  ],
  ['Actions', 'fiches.consulter-historique', listActions],
  ['Historique des campagnes', 'campagnes.consulter-campagnes', listCampagnes],
  [
    'Ce soir : messages',
    'envois.consulter-soiree',
    async ({ countCeSoir, perimetre }) => ({ total: await countCeSoir(perimetre), premiers: [] }),
  ],
];

const hidden = (page: string, raison: string): PageVue => ({
  ...{ page, total: null, premiers: [], raison },
});

const AU_DELA =
  'Ce compte y voit des fiches que vous ne voyez pas : demandez à un Administrateur qui voit tout.';

interface LookDeps extends Pick<Stores, 'repertoire' | 'campagnes' | 'moteur' | 'perimetres'> {
  countCeSoir: (perimetre: Perimetre) => Promise<number>;
}

/**
 * « Voir comme » without being them: each page is read on the périmètre of the account, its answer cut to a count and a
 * few names. Who looks sees nothing there that they would not see themselves.
 */
export async function lookAs(
  { perimetres, countCeSoir, ...stores }: LookDeps,
  compte: Demandeur,
  regardeur: Demandeur
): Promise<PageVue[]> {
  async function look([page, droit, lire]: (typeof PAGES)[number]): Promise<PageVue> {
    const action = `${PREFIXE}${droit}`;
    const roles = await perimetres.readConditions(compte.utilisateurId, action);
    if (roles.length === 0) {
      return hidden(page, 'La page ne lui est pas ouverte.');
    }
    const [perimetre, sien] = await Promise.all([
      resolvePerimetre(perimetres, compte, action),
      resolvePerimetre(perimetres, regardeur, action),
    ]);
    return covers(sien, perimetre)
      ? { page, raison: null, ...(await lire({ stores, compte, perimetre, countCeSoir })) }
      : hidden(page, AU_DELA);
  }

  const vues: PageVue[] = [];
  for (const page of PAGES) {
    try {
      vues.push(await look(page));
    } catch (erreur) {
      if (!(erreur instanceof RegleError)) {
        throw erreur;
      }
      vues.push(hidden(page[0], phraseRegle(erreur.regle, erreur.details)));
    }
  }
  return vues;
}
