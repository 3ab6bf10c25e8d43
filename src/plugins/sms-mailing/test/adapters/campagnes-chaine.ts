import type { Knex } from 'knex';
import type { Selection } from '../../core/campagne';
import type { FiltresCampagne } from '../../core/filtres-campagne';
import type { Perimetre } from '../../core/perimetre';
import type { But, Modalite, TypeContact, TypeDestinataire } from '../../core/vocabulaire';
import { createCampagnes } from '../../server/src/adapters/sql/campagnes/campagnes';
import { createProgrammes } from '../../server/src/adapters/sql/programmer/programmes';
import { toOnglets } from '../../server/src/services/campagnes/count-destinataires';
import { toProgrammee } from '../../server/src/services/campagnes/to-programmee';
import type { PageDestinataires } from '../../server/src/services/ports/campagnes';
import { inscrire } from '../../server/src/services/programmer/inscrire';
import { prevoirPart } from '../../server/src/services/programmer/prevoir';
import { createRenduPart } from '../../server/src/services/programmer/rendu-part';
import { REGLAGES_RENDU } from '../fakes/reglages-rendu';

export interface ModelePourCampagne {
  id: number;
  documentId: string;
  nom: string;
  typeContact: TypeContact;
  but: But;
  destinataires: readonly TypeDestinataire[];
  modalites: readonly Modalite[];
  inactif: boolean;
  versionId: number | null;
}

/** A campagne as a suite asks for it: the filters, within the périmètre, for one modele and one evening. */
export interface CritereDestinataires {
  modele: Pick<ModelePourCampagne, 'id' | 'typeContact' | 'but'>;
  filtres: FiltresCampagne;
  recherche: string;
  perimetre: Perimetre;
  campagneId: number | null;
  soir: Date;
  dateEnvoi: string;
  promotionSansConsentement: boolean;
  now: Date;
}

interface Programmation {
  selection: Selection;
  modele: ModelePourCampagne;
  auteurId: number | null;
}

export type ResultatProgrammation = Omit<ReturnType<typeof toProgrammee>, 'depart' | 'credits'>;

const TOUS: Selection = { tous: true, saufIds: [] };

function toPart(critere: CritereDestinataires, selection: Selection, auteurId: number | null) {
  const { filtres, recherche, campagneId, dateEnvoi, soir: depart, modele, ...suite } = critere;
  const cible = { genre: 'campagne', filtres, recherche, campagneId, dateEnvoi } as const;
  const { id, typeContact, but } = modele;
  return {
    cible: { ...cible, selection, auteurId },
    modele: { id, typeContact, but },
    depart,
    force: false,
    ...suite,
  };
}

/** The chain of a campagne, as its suites speak to it: a modèle whose text has nothing to render. */
export function openCampagnes(db: Knex) {
  const campagnes = createCampagnes(db, () => Promise.resolve(false));
  const programmes = createProgrammes(db, { zone: 'Europe/Paris', heure: '19:00' });
  const rendu = createRenduPart(null, REGLAGES_RENDU);
  const lire = (critere: CritereDestinataires, selection: Selection, auteurId: number | null) => ({
    part: toPart(critere, selection, auteurId),
    modele: {
      documentId: '',
      nom: '',
      typeContact: critere.modele.typeContact,
      but: critere.modele.but,
    },
    version: null,
    rendu,
  });
  return {
    ...campagnes,
    search: (critere: CritereDestinataires, page: PageDestinataires) =>
      campagnes.search(toPart(critere, TOUS, null), page),
    count: async (critere: CritereDestinataires, selection: Selection) =>
      toOnglets(await prevoirPart({ programmes }, lire(critere, selection, null), 0)),
    schedule: (critere: CritereDestinataires, { selection, auteurId }: Programmation) =>
      programmes.transaction(async (atelier) => {
        const attributs = { auteurId, confirmation: 'essai', retarde: false } as const;
        const lue = lire(critere, selection, auteurId);
        const {
          depart: _depart,
          credits: _credits,
          ...resultat
        } = toProgrammee(
          await inscrire(atelier, lue, {
            ...attributs,
            ...{ annuleeConfirmee: false, statut: 'programme' },
          })
        );
        return resultat;
      }),
  };
}
