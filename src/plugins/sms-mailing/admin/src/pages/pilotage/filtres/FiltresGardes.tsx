import { Button, Checkbox, Flex, Typography } from '@strapi/design-system';
import { useState, type JSX } from 'react';
import type { FiltreEnregistre, Filtres, FiltresVus } from '../../../../../core/api/filtres';
import type { FiltresCampagne } from '../../../../../core/filtres-campagne';
import {
  useDeleteFiltreMutation,
  useLazyCountDestinatairesQuery,
  useListFiltresQuery,
  useSaveFiltreMutation,
} from '../../../api/campagnes';
import { Corbeille } from '../../../components/Corbeille';
import { ChampTexte } from '../../../components/ChampTexte';
import { Confirmation } from '../../../components/Confirmation';
import { Fenetre } from '../../../components/Fenetre';
import { useAction } from '../../../components/useAction';
import { useServeur } from '../../../components/useServeur';
import type { EtatCampagne } from '../campagne/useCampagne';
import { countTrouves, phraseVus } from './filtres-vus';
import type { Noms } from './noms';
import { Phrases } from './Phrases';

interface Props {
  /** What they are counted for. */
  cible: EtatCampagne['cible'];
  filtres: FiltresCampagne;
  /** How many persons they find; null: not counted yet. */
  nombre: number | null;
  onAppliquer: (filtres: FiltresCampagne, nommes: Noms) => void;
}

interface Propose {
  titre: string;
  filtres: FiltresCampagne;
  vus: FiltresVus;
}

interface GarderProps extends Pick<Props, 'filtres' | 'nombre'> {
  noms: Noms;
  onFermer: () => void;
}

function Garder({ filtres, nombre, noms, onFermer }: GarderProps): JSX.Element {
  const [nom, setNom] = useState('');
  const [partage, setPartage] = useState(false);
  const [save, { isLoading }] = useSaveFiltreMutation();
  const run = useAction();

  async function keep(): Promise<void> {
    const succes = `Les filtres « ${nom.trim()} » sont gardés.`;
    if ((await run(save({ nom, filtres, partage, nombre }), succes)) !== null) {
      onFermer();
    }
  }

  return (
    <Fenetre
      titre="Garder ces filtres"
      fermer="Annuler"
      modifiee={nom.trim() !== ''}
      onFermer={onFermer}
      action={
        <Button loading={isLoading} disabled={nom.trim() === ''} onClick={() => void keep()}>
          Garder ces filtres
        </Button>
      }
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Phrases filtres={filtres} noms={noms} />
        <ChampTexte nom="nomFiltre" libelle="Nom" requis valeur={nom} onValeur={setNom} />
        <Checkbox
          checked={partage}
          onCheckedChange={(oui) => {
            setPartage(oui === true);
          }}
        >
          Les montrer aussi à mes collègues
        </Checkbox>
      </Flex>
    </Fenetre>
  );
}

function Nommes(props: {
  enregistres: readonly FiltreEnregistre[];
  onProposer: (propose: Propose) => void;
}): JSX.Element {
  const [aSupprimer, setASupprimer] = useState<FiltreEnregistre | null>(null);
  const [remove] = useDeleteFiltreMutation();
  const run = useAction();
  return (
    <>
      {props.enregistres.map((garde) => (
        <Flex key={garde.documentId} gap={1}>
          <Button
            variant="tertiary"
            size="S"
            onClick={() => {
              const { nom, filtres, vus } = garde;
              props.onProposer({ titre: `Filtres « ${nom} »`, filtres, vus });
            }}
          >
            {garde.nom}
            {garde.aMoi ? '' : ` (${garde.auteur})`}
          </Button>
          {garde.aMoi ? (
            <Corbeille
              taille="S"
              libelle={`Supprimer les filtres « ${garde.nom} »`}
              onClick={() => {
                setASupprimer(garde);
              }}
            />
          ) : null}
        </Flex>
      ))}
      <Confirmation
        ouverte={aSupprimer !== null}
        titre="Supprimer ces filtres gardés ?"
        confirmer="Supprimer ces filtres"
        annuler="Les garder"
        danger
        onConfirmer={() => run(remove(aSupprimer?.documentId ?? ''), 'Ces filtres sont supprimés.')}
        onFermer={() => {
          setASupprimer(null);
        }}
      >
        <Typography>
          « {aSupprimer?.nom} » ne sera plus proposé
          {aSupprimer?.partage === true ? ', ni à vous ni à vos collègues' : ''}. Les campagnes déjà
          programmées ne changent pas.
        </Typography>
      </Confirmation>
    </>
  );
}

interface LireProps extends Pick<Props, 'cible'> {
  propose: Propose;
  noms: Noms;
  onAppliquer: () => void;
  onFermer: () => void;
}

/** What they ask, before they take the place of those on screen. */
function Lire({ cible, propose, noms, onAppliquer, onFermer }: LireProps): JSX.Element {
  const { filtres, vus } = propose;
  const { data, perime } = useServeur(useLazyCountDestinatairesQuery, {
    ...{ ...cible, filtres, memoriser: false },
  });
  const maintenant = data === undefined || perime ? null : countTrouves(data);
  return (
    <Fenetre
      titre={propose.titre}
      fermer="Annuler"
      onFermer={onFermer}
      action={<Button onClick={onAppliquer}>Appliquer ces filtres</Button>}
    >
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Phrases filtres={filtres} noms={noms} />
        <Typography role="status">{phraseVus(vus, maintenant)}</Typography>
        <Typography variant="pi" textColor="neutral600">
          Ils remplaceront ceux qui sont à l’écran ; vous pourrez encore les changer.
        </Typography>
      </Flex>
    </Fenetre>
  );
}

const RIEN_GARDE: Filtres = { noms: {}, derniers: null, enregistres: [] };

/** Decision C9: nothing is applied by itself; the last filters, and those kept under a name, are read before. */
export function FiltresGardes({ cible, filtres, nombre, onAppliquer }: Props): JSX.Element {
  const { data } = useListFiltresQuery(filtres.typeDestinataire);
  const [propose, setPropose] = useState<Propose | null>(null);
  const [garder, setGarder] = useState(false);
  const { noms, derniers, derniersVus, enregistres } = data ?? RIEN_GARDE;
  const hasFiltres = Object.keys(filtres).length > 1;
  return (
    <Flex gap={2} wrap="wrap">
      {derniers === null || derniersVus === undefined ? null : (
        <Button
          variant="tertiary"
          size="S"
          onClick={() => {
            setPropose({ titre: 'Mes derniers filtres', filtres: derniers, vus: derniersVus });
          }}
        >
          Reprendre mes derniers filtres
        </Button>
      )}
      <Nommes enregistres={enregistres} onProposer={setPropose} />
      {hasFiltres ? (
        <Button
          variant="tertiary"
          size="S"
          onClick={() => {
            setGarder(true);
          }}
        >
          Garder ces filtres…
        </Button>
      ) : null}
      {propose === null ? null : (
        <Lire
          cible={cible}
          propose={propose}
          noms={noms}
          onAppliquer={() => {
            onAppliquer(propose.filtres, noms);
            setPropose(null);
          }}
          onFermer={() => {
            setPropose(null);
          }}
        />
      )}
      {garder ? (
        <Garder
          filtres={filtres}
          nombre={nombre}
          noms={noms}
          onFermer={() => {
            setGarder(false);
          }}
        />
      ) : null}
    </Flex>
  );
}
