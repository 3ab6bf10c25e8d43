import type { Knex } from 'knex';
import type { MotifExclusion } from '../../../../../core/motif';
import type {
  Candidat,
  OptionsCandidats,
  RegleEnregistree,
} from '../../../services/ports/envois-automatiques';
import { sqlContexte } from '../contexte/valeurs';
import { query } from '../query';
import { sqlVises, type Reglages } from './vises';

interface LigneCandidat {
  participation_id: number;
  action_id: number;
  entrepreneur_id: number;
  nom: string;
  objet: string;
  action_date: string;
  adresse: string | null;
  motif: MotifExclusion | null;
  deja: boolean;
  valeurs: (string | null)[];
}

/** Dry run: whom a rule reaches on an evening, with what its signets will read. */
export async function listCandidats(
  knex: Knex,
  enregistree: RegleEnregistree,
  options: OptionsCandidats,
  reglages: Reglages
): Promise<Candidat[]> {
  const { zone, heure } = reglages;
  const promotionSansConsentement = await reglages.promotionSansConsentement();
  const contexte = sqlContexte(options.donnees, 'entrepreneur');
  const { soir, perimetre } = options;
  const visee = { soir, perimetre, zone, heure, promotionSansConsentement };
  const vises = sqlVises(enregistree, visee, contexte.jointures);
  const lignes = await query<LigneCandidat>(
    knex,
    `SELECT u.participation_id, u.action_id, u.destinataire_id AS entrepreneur_id, u.objet,
            to_char(u.action_date, 'YYYY-MM-DD') AS action_date,
            btrim(upper(u.nom) || ' ' || coalesce(u.prenom, '')) AS nom, d.adresse, d.motif,
            x.deja, ${contexte.valeurs} AS valeurs
       ${vises.sql}
      ORDER BY u.action_date, u.action_id, nom LIMIT :limite`,
    { ...vises.params, limite: options.limite }
  );
  return lignes.map((l) => ({
    participationId: l.participation_id,
    actionId: l.action_id,
    entrepreneurId: l.entrepreneur_id,
    nom: l.nom,
    actionObjet: l.objet,
    actionDate: l.action_date,
    adresse: l.adresse,
    motif: l.motif,
    dejaEnvoye: l.deja,
    valeurs: l.valeurs,
  }));
}
