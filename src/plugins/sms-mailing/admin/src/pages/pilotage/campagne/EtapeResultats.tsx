import { Button, Flex } from '@strapi/design-system';
import { Clock } from '@strapi/icons';
import { useState, type JSX } from 'react';
import type { LigneModeleCampagne, RecapCampagne } from '../../../../../core/api/campagnes';
import type { EnJson } from '../../../../../core/api/en-json';
import {
  LIBELLES_ONGLET,
  ongletSchema,
  triDestinatairesSchema,
  type Onglet,
} from '../../../../../core/campagne';
import type { TypeContact } from '../../../../../core/vocabulaire';
import { useLazySearchDestinatairesQuery } from '../../../api/campagnes';
import { Serre } from '../../../components/Serre';
import { tickLignes } from '../../../components/SelectionTableau';
import { TableauServeur } from '../../../components/TableauServeur';
import { useServeur, type EtatServeur } from '../../../components/useServeur';
import { useVueTableau, type VueTableau } from '../../../components/useVueTableau';
import type { SelectionCochee } from '../../../components/useSelection';
import { useDroits } from '../../../droits';
import { CompteCoches } from './CompteCoches';
import { Programmer } from './Programmer';
import { colonnesDestinataires, nameLigne } from './colonnes-destinataires';
import type { EtatCampagne } from './useCampagne';

interface Props {
  modele: LigneModeleCampagne;
  typeContact: TypeContact;
  etat: EtatCampagne;
  recap: EtatServeur<EnJson<RecapCampagne>>;
  libelle: string;
  selection: SelectionCochee<number>;
}

const ORDRE: readonly Onglet[] = ['effectues', 'programmes', 'non_faits'];

function countOnglets(recap: EnJson<RecapCampagne> | undefined): Record<Onglet, number | null> {
  const comptes = recap?.comptes;
  return {
    effectues: comptes?.effectues ?? null,
    programmes: comptes?.programmes ?? null,
    non_faits: comptes?.nonFaits.total ?? null,
  };
}

/** What the address asks, as the server takes it: a key that it does not know falls back to the name. */
function readVue({ onglet, tri }: VueTableau) {
  const lu = triDestinatairesSchema.safeParse({
    cle: tri.cle,
    sens: tri.croissant ? 'asc' : 'desc',
  });
  const ongletLu = ongletSchema.safeParse(onglet);
  return {
    onglet: ongletLu.success ? ongletLu.data : ('non_faits' as const),
    tri: lu.success ? lu.data : ({ cle: 'nom', sens: 'asc' } as const),
  };
}

/** Guide §7.b: the persons found, in three onglets; those not done are ticked, then « Programmer l'envoi (fait de nuit) ». */
export function EtapeResultats(props: Props): JSX.Element {
  const { modele, typeContact, etat, recap, libelle, selection } = props;
  const [ouverte, setOuverte] = useState(false);
  const droits = useDroits('campagnes.programmer-campagne');
  const vue = useVueTableau({ tri: { cle: 'nom', croissant: true }, onglet: 'non_faits' });
  const { onglet, tri } = readVue(vue);
  const lignes = useServeur(useLazySearchDestinatairesQuery, {
    ...etat.cible,
    ...{ onglet, tri, compte: 'exact', page: vue.page, pageSize: vue.taille },
  });
  const comptes = countOnglets(recap.perime ? undefined : recap.data);
  const total = comptes.non_faits ?? 0;
  const coches = selection.compte(total);
  const peutCocher = onglet === 'non_faits' && droits['campagnes.programmer-campagne'];
  const { typeDestinataire } = etat.filtres;

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Serre>
        <TableauServeur
          nom="Personnes trouvées"
          unite="personne"
          vue={{ ...vue, onglet, tri: { cle: tri.cle, croissant: tri.sens === 'asc' } }}
          de={lignes}
          cleOf={({ id }) => id}
          colonnes={colonnesDestinataires(typeDestinataire, typeContact)}
          onglets={ORDRE.map((cle) => ({
            cle,
            libelle: LIBELLES_ONGLET[cle],
            compte: comptes[cle],
          }))}
          filtres={
            peutCocher ? (
              <Flex gap={4} wrap="wrap">
                <Button
                  startIcon={<Clock />}
                  disabled={coches === 0 || recap.perime}
                  onClick={() => {
                    setOuverte(true);
                  }}
                >
                  Programmer l’envoi (fait de nuit)
                </Button>
                {coches === 0 ? null : (
                  <CompteCoches
                    modele={{ ...modele, typeContact }}
                    etat={etat}
                    recap={recap}
                    coches={selection.coches}
                  />
                )}
              </Flex>
            ) : null
          }
          {...(peutCocher
            ? {
                selection: tickLignes(selection, {
                  idOf: ({ id }) => id,
                  nomOf: nameLigne,
                  total,
                }),
              }
            : {})}
          vide={{
            titre:
              onglet === 'non_faits'
                ? 'Personne ne correspond à ces filtres : retirez-en un, ou choisissez-en d’autres.'
                : 'Personne dans cet onglet.',
          }}
        />
      </Serre>
      {ouverte ? (
        <Programmer
          modele={modele}
          typeContact={typeContact}
          etat={etat}
          libelle={libelle}
          coches={selection.coches}
          onFermer={() => {
            setOuverte(false);
          }}
        />
      ) : null}
    </Flex>
  );
}
