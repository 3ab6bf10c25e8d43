import { Flex, Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import type { EnJson } from '../../../../../core/api/en-json';
import type { LigneActe } from '../../../../../core/api/journal';
import { useLazyListActesQuery } from '../../../api/journal';
import { BoutonTelecharger } from '../../../components/BoutonTelecharger';
import { PageModule } from '../../../components/PageModule';
import { TableauServeur, type ColonneServeur } from '../../../components/TableauServeur';
import { formatInstant } from '../../../components/texte';
import { useFiltres } from '../../../components/useFiltres';
import { useServeur } from '../../../components/useServeur';
import { useVueTableau } from '../../../components/useVueTableau';
import { LienFiche } from '../../fiches/LienFiche';
import { FAMILLES } from '../../fiches/personnes/familles';
import { FILTRES_JOURNAL, FiltresJournal } from './FiltresJournal';

type Ligne = EnJson<LigneActe>;

function Personne({ personne, personneType, personneDocumentId }: Ligne): JSX.Element | null {
  if (personne === null) {
    return null;
  }
  return personneType === null || personneDocumentId === null ? (
    <Typography>{personne}</Typography>
  ) : (
    <LienFiche vers={`${FAMILLES[personneType].chemin}/${personneDocumentId}`}>
      {personne}
    </LienFiche>
  );
}

/** A sentence, on a line or two. */
const PHRASE = { minWidth: '32rem', whiteSpace: 'normal' } as const;

const COLONNES: readonly ColonneServeur<Ligne>[] = [
  {
    cle: 'quand',
    titre: 'Quand',
    cellule: ({ survenuLe }) => <Typography>{formatInstant(survenuLe)}</Typography>,
  },
  {
    cle: 'qui',
    titre: 'Qui',
    cellule: ({ auteur }) => <Typography fontWeight="semiBold">{auteur}</Typography>,
  },
  {
    cle: 'quoi',
    titre: 'Quoi',
    cellule: ({ phrase }) => (
      <Typography tag="p" style={PHRASE}>
        {phrase}
      </Typography>
    ),
  },
  { cle: 'personne', titre: 'Personne concernée', cellule: Personne },
];

/** Who did what, when; nothing of it can be changed. */
export default function Journal(): JSX.Element {
  const filtres = useFiltres(FILTRES_JOURNAL);
  const vue = useVueTableau({ tri: { cle: 'quand', croissant: false } });
  const vus = { ...filtres.poses, recherche: vue.recherche };
  const etat = useServeur(useLazyListActesQuery, {
    ...vus,
    page: vue.page,
    pageSize: vue.taille,
  });
  return (
    <PageModule
      titre="Journal"
      sousTitre="Qui a fait quoi, et quand. Rien ne s’y modifie ni ne s’y efface."
      permission="journal.consulter-journal"
      action={
        <BoutonTelecharger
          adresse={`/journal-csv?${new URLSearchParams(vus).toString()}`}
          nom="journal.csv"
        >
          Exporter
        </BoutonTelecharger>
      }
    >
      <Flex direction="column" alignItems="stretch" gap={6}>
        <FiltresJournal filtres={filtres} />
        <TableauServeur
          nom="Journal"
          unite="ligne"
          vue={vue}
          de={etat}
          cleOf={({ id }) => id}
          colonnes={COLONNES}
          vide={{ titre: 'Rien ne correspond : videz les filtres, ou changez la période.' }}
        />
      </Flex>
    </PageModule>
  );
}
