import type { Knex } from 'knex';
import type { EtatLecture } from '../../../../../core/rebonds/boite-rebonds';
import type { Empreinteur } from '../../../services/ports/calculs';
import type { PlaceBoite, RebondStore } from '../../../services/ports/rebonds';
import { execute, query } from '../query';
import { listAdresses } from './list-adresses';
import { noteRebond } from './note-rebond';
import { retablirAdresse } from './retablir';

/** One instance at a time; another mailbox than the last one is read at once, and from its start. */
const CLAIM = `
  INSERT INTO sms_boite_rebonds AS b (id, boite, prochain_le) VALUES (1, :boite, :prochain)
  ON CONFLICT (id) DO UPDATE
     SET prochain_le = excluded.prochain_le, boite = excluded.boite,
         validite = CASE WHEN b.boite = excluded.boite THEN b.validite END,
         uid = CASE WHEN b.boite = excluded.boite THEN b.uid ELSE 0 END
   WHERE b.prochain_le <= :now OR b.boite <> excluded.boite
  RETURNING validite, uid::float8 AS uid`;

const SETTLE = `
  UPDATE sms_boite_rebonds
     SET validite = :validite, uid = :uid, lu_le = :now, traites = traites + :traites, laisses = laisses + :laisses,
         echec = NULL, echec_depuis = NULL`;

const FAIL = `
  UPDATE sms_boite_rebonds SET echec = :phrase, echec_depuis = coalesce(echec_depuis, :now)`;

const ISO = `'YYYY-MM-DD"T"HH24:MI:SS"Z"'`;
const ETAT = `
  SELECT to_char(lu_le, ${ISO}) AS "luLe", traites, laisses, echec, to_char(echec_depuis, ${ISO}) AS "echecDepuis"
    FROM sms_boite_rebonds`;

const JAMAIS_LUE: EtatLecture = {
  luLe: null,
  traites: 0,
  laisses: 0,
  echec: null,
  echecDepuis: null,
};

export function createRebonds(knex: Knex, empreinteur: Empreinteur): RebondStore {
  return {
    async claim(boite, now, prochain) {
      const [place] = await query<PlaceBoite>(knex, CLAIM, { boite, now, prochain });
      return place ?? null;
    },
    async settle({ place, traites, laisses }, now) {
      await execute(knex, SETTLE, { ...place, traites, laisses, now });
    },
    async fail(phrase, now) {
      await execute(knex, FAIL, { phrase, now });
    },
    async readEtat() {
      const [etat] = await query<EtatLecture>(knex, ETAT);
      return etat ?? JAMAIS_LUE;
    },
    note: (retour, now) => knex.transaction((trx) => noteRebond(trx, empreinteur, retour, now)),
    listAdresses: (demande, qui) => listAdresses(knex, demande, qui),
    retablir: (demande, qui) =>
      knex.transaction((trx) => retablirAdresse(trx, empreinteur, demande, qui)),
  };
}
