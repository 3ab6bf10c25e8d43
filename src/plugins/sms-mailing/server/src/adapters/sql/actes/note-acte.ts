import type { Knex } from 'knex';
import type { FaitsDe, NomActe } from '../../../../../core/acte';
import { foldRecherche } from '../../../../../core/pliage';
import { tellActe } from '../../../../../core/recits';
import type { Personne } from '../oppositions/porteurs';
import { execute } from '../query';
import { readAuteur } from './auteur';

const MACHINE = { id: null, nom: 'Le module' };

const INSERT = `
  INSERT INTO sms_actes (auteur_id, auteur, genre, nom, phrase, recherche, personne_type, personne_id)
  SELECT :auteurId::int, :auteur, :genre, :nom, :phrase, :recherche,
         CASE WHEN p.id IS NOT NULL THEN :personneType::text END, p.id
    FROM (SELECT coalesce(:personneId::int, (SELECT min(e.id) FROM entrepreneurs e
                                              WHERE e.document_id = :entrepreneur::text)) AS id) p`;

/** Of whom an act is, besides who did it; the name stays on the fiche, where an erasure finds it. */
interface Concerne {
  personne?: Personne | null | undefined;
  /** The same, by the documentId of her fiche. */
  entrepreneur?: string | undefined;
  /** Who did it when nobody of the panel did: « La personne, par un STOP ». */
  par?: string | undefined;
}

/** In the transaction of what was done: both are kept, or neither. */
export async function noteActe<N extends NomActe>(
  trx: Knex,
  nom: N,
  faits: FaitsDe<N>,
  { personne = null, entrepreneur, par }: Concerne = {}
): Promise<void> {
  const { genre, phrase } = tellActe(nom, faits);
  const auteur = par === undefined ? (readAuteur() ?? MACHINE) : { id: null, nom: par };
  await execute(trx, INSERT, {
    ...{ auteurId: auteur.id, auteur: auteur.nom, genre, nom, phrase },
    recherche: foldRecherche(`${auteur.nom} ${phrase}`),
    personneType: personne?.personneType ?? 'entrepreneur',
    personneId: personne?.personneId ?? null,
    entrepreneur: entrepreneur ?? null,
  });
}
