import {
  Box,
  Button,
  Checkbox,
  Field,
  Flex,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import { useState, type JSX } from 'react';
import type { FicheAction, ModeleDeFiche } from '../../../../../../core/api/fiches';
import { DELAI_PROPOSE, DELAIS_PROPOSITION } from '../../../../../../core/proposition';
import { LIBELLES_TYPE_CONTACT } from '../../../../../../core/vocabulaire';
import { useDescribeDerouleQuery } from '../../../../api/deroule';
import { useForeseeEnvoiQuery } from '../../../../api/fiches';
import { useProposerPlaceMutation } from '../../../../api/places';
import { Bandeau } from '../../../../components/Bandeau';
import { Fenetre } from '../../../../components/Fenetre';
import { newNumero } from '../../../../components/new-numero';
import { Requete } from '../../../../components/Requete';
import { formatInstant } from '../../../../components/texte';
import { useAction } from '../../../../components/useAction';
import { DetailEnvoi } from '../../../../envoi/DetailEnvoi';
import { toRecap } from '../../../../envoi/recap';
import { LienFiche } from '../../LienFiche';

interface Props {
  action: FicheAction;
  personne: { documentId: string; nom: string };
  onFermer: () => void;
}

type Heures = (typeof DELAIS_PROPOSITION)[number];

const AUCUNE = 'aucune';

const nommer = ({ nom, typeContact }: ModeleDeFiche): string =>
  `${nom} (${LIBELLES_TYPE_CONTACT[typeContact]})`;

/** What the others received from this fiche is what she will need. */
function useConvocation(action: FicheAction, modeles: readonly ModeleDeFiche[]): string {
  const { data } = useDescribeDerouleQuery(action.documentId);
  const parti = data?.jalons.find(
    ({ delai, modeleDocumentId }) =>
      delai === null && modeles.some(({ documentId }) => documentId === modeleDocumentId)
  );
  return parti?.modeleDocumentId ?? AUCUNE;
}

interface RecapProps {
  action: string;
  personne: string;
  modeles: readonly string[];
  heures: Heures;
}

/** What would leave, at which address, at what cost; or why it would not. */
function Recap({ action, personne, modeles, heures }: RecapProps): JSX.Element {
  const { currentData, isFetching, error, refetch } = useForeseeEnvoiQuery(
    {
      fiche: { genre: 'action', documentId: action },
      demande: {
        ...{ modeleDocumentIds: modeles, piecesJointes: [], force: true },
        ...{ entrepreneurDocumentIds: [personne], inclureListeAttente: true, placeHeures: heures },
      },
    },
    { refetchOnMountOrArgChange: true }
  );
  return (
    <Requete de={{ data: isFetching ? undefined : currentData, error, refetch }}>
      {(avant) => (
        <>
          <Typography tag="p">
            La place sera gardée jusqu’au {formatInstant(avant.placeJusquA)} : jamais au-delà du
            début de l’action.
          </Typography>
          <DetailEnvoi recap={toRecap(avant)} action={action} />
        </>
      )}
    </Requete>
  );
}

function SansModele(): JSX.Element {
  return (
    <Bandeau>
      Aucun modèle n’a le lien par lequel elle répond. Écrivez-en un, par exemple « Une place s’est
      libérée : prenez-la ici {'${action_lien_confirmation}'} avant le{' '}
      {'${action_participation/participation_place_limite}'} », dans{' '}
      <LienFiche vers="/contacts-emails-sms/modeles" nouvelOnglet>
        Modèles
      </LienFiche>
      .
    </Bandeau>
  );
}

/** « Proposer la place » (decision G15): by which message, until when, and what she receives if she takes it. */
export function Proposition({ action, personne, onFermer }: Props): JSX.Element {
  const [numero] = useState(newNumero);
  const possibles = action.modeles.filter(({ raison }) => raison === null);
  const avecLien = possibles.filter(({ porteLien }) => porteLien);
  const [coches, setCoches] = useState<string[]>(
    avecLien.length === 1 ? avecLien.map(({ documentId }) => documentId) : []
  );
  const [heures, setHeures] = useState<Heures>(DELAI_PROPOSE);
  const [choisie, setChoisie] = useState<string | null>(null);
  const habituelle = useConvocation(action, possibles);
  const convocation = choisie ?? habituelle;
  const [proposer, { isLoading }] = useProposerPlaceMutation();
  const run = useAction();

  async function submit(): Promise<void> {
    const faite = await run(
      proposer({
        action: action.documentId,
        entrepreneurDocumentId: personne.documentId,
        modeleDocumentIds: coches,
        convocationDocumentIds: convocation === AUCUNE ? [] : [convocation],
        ...{ heures, confirmation: numero, creditsLus: null },
      }),
      ({ expireLe }) =>
        `La place est gardée pour ${personne.nom} jusqu’au ${formatInstant(expireLe)}. Sa réponse se lira ici.`
    );
    if (faite !== null) {
      onFermer();
    }
  }

  return (
    <Fenetre
      titre={`Proposer la place à ${personne.nom}`}
      fermer="Annuler"
      onFermer={onFermer}
      action={
        <Button disabled={coches.length === 0} loading={isLoading} onClick={() => void submit()}>
          Proposer la place
        </Button>
      }
    >
      <Flex direction="column" alignItems="stretch" gap={5}>
        <Typography>
          Elle reçoit un message avec son lien, et décide seule. Si elle refuse, ou ne répond pas à
          temps, vous le verrez ici et choisirez la suite.
        </Typography>
        {avecLien.length === 0 ? (
          <SansModele />
        ) : (
          <Box role="group" aria-label="Message qui propose la place">
            <Typography tag="p" variant="pi" fontWeight="bold">
              Message qui propose la place
            </Typography>
            {avecLien.map((modele) => (
              <Box key={modele.documentId} paddingTop={2}>
                <Checkbox
                  checked={coches.includes(modele.documentId)}
                  disabled={coches.length === 2 && !coches.includes(modele.documentId)}
                  onCheckedChange={(oui) => {
                    setCoches(
                      oui === true
                        ? [...coches, modele.documentId]
                        : coches.filter((id) => id !== modele.documentId)
                    );
                  }}
                >
                  {nommer(modele)}
                </Checkbox>
              </Box>
            ))}
          </Box>
        )}
        <Flex gap={4} wrap="wrap" alignItems="flex-start">
          <Field.Root width="22rem">
            <Field.Label>La place est gardée</Field.Label>
            <SingleSelect
              value={String(heures)}
              onChange={(valeur: string | number) => {
                setHeures(DELAIS_PROPOSITION.find((h) => h === Number(valeur)) ?? DELAI_PROPOSE);
              }}
            >
              {DELAIS_PROPOSITION.map((h) => (
                <SingleSelectOption key={h} value={String(h)}>
                  {`${String(h)} heures`}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Field.Root>
          <Field.Root width="34rem">
            <Field.Label>Convocation, dès qu’elle accepte</Field.Label>
            <SingleSelect
              value={convocation}
              onChange={(valeur: string | number) => {
                setChoisie(String(valeur));
              }}
            >
              <SingleSelectOption value={AUCUNE}>Ne rien envoyer</SingleSelectOption>
              {possibles.map((modele) => (
                <SingleSelectOption key={modele.documentId} value={modele.documentId}>
                  {nommer(modele)}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Field.Root>
        </Flex>
        {coches.length === 0 ? null : (
          <Recap
            {...{ heures, modeles: coches }}
            action={action.documentId}
            personne={personne.documentId}
          />
        )}
      </Flex>
    </Fenetre>
  );
}
