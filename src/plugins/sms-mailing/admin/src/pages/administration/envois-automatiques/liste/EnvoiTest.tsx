import { Box, Button, Checkbox, Flex, Typography } from '@strapi/design-system';
import { useState, type JSX } from 'react';
import type {
  LigneEnvoiAutomatique,
  ResultatEnvoiTest,
  TableEnvoisAutomatiques,
} from '../../../../../../core/api/envois-automatiques';
import { formatDelai } from '../../../../../../core/delai';
import { formatJour, targetDate } from '../../../../../../core/horaire';
import { useSendTestsMutation } from '../../../../api/essais';
import { Fenetre } from '../../../../components/Fenetre';
import { LienTexte } from '../../../../components/LienTexte';
import { pluralize } from '../../../../components/texte';
import { useAction } from '../../../../components/useAction';
import { orderEssais, tickEssais } from './essais';

interface Props {
  liste: TableEnvoisAutomatiques;
  /** The rule that has just been written: the first of the list, ticked. Null: none was. */
  ecrite: string | null;
  onFermer: () => void;
}

interface ChoixProps {
  ligne: LigneEnvoiAutomatique;
  aujourdhui: string;
  coche: boolean;
  onCocher: (coche: boolean) => void;
}

function Choix({ ligne, aujourdhui, coche, onCocher }: ChoixProps): JSX.Element {
  const { regle, modele, distinction } = ligne;
  return (
    <Checkbox
      checked={coche}
      disabled={modele.inactif}
      onCheckedChange={(valeur: boolean | 'indeterminate') => {
        onCocher(valeur === true);
      }}
    >
      « {modele.nom} », {formatDelai(regle.delai)} : actions du{' '}
      {formatJour(targetDate(aujourdhui, regle.delai))}
      {distinction === null ? '' : ` ; ${distinction}`}
      {modele.inactif ? ' (modèle inactif)' : ''}
      {regle.inactif && !modele.inactif ? ' (inactif)' : ''}
    </Checkbox>
  );
}

function Resultat({ resultat }: { resultat: ResultatEnvoiTest }): JSX.Element {
  return (
    <Box background="primary100" padding={4} role="status">
      <Typography tag="p" fontWeight="bold">
        {resultat.envois === 0
          ? 'Aucun message de test ne part.'
          : `${pluralize(resultat.envois, 'message de test part', 'messages de test partent')} maintenant.`}
      </Typography>
      {resultat.regles.map(({ documentId, modele, phrase }) => (
        <Typography key={documentId} tag="p" variant="pi">
          « {modele} » : {phrase}
        </Typography>
      ))}
    </Box>
  );
}

/**
 * Guide §6.d, the button « Envoi test des E-mails et des sms » (decision F13): the rules ticked here, as if
 * it were 19h, to fiches test alone. No real entrepreneur can receive it: nothing needs to be made inactive.
 */
export function EnvoiTest({ liste, ecrite, onFermer }: Props): JSX.Element {
  const lignes = orderEssais(liste.lignes, ecrite);
  // Until one ticks: the rule just written may come a little after the window.
  const [cochees, setCochees] = useState<readonly string[] | null>(null);
  const choisies = cochees ?? tickEssais(lignes, ecrite);
  const [resultat, setResultat] = useState<ResultatEnvoiTest | null>(null);
  const [send, { isLoading }] = useSendTestsMutation();
  const run = useAction();

  async function submit(): Promise<void> {
    setResultat(
      await run(send(choisies), ({ envois }) =>
        envois === 0
          ? 'Rien n’est parti : aucune fiche test n’est concernée.'
          : 'L’envoi test est parti, aux fiches test seulement.'
      )
    );
  }

  return (
    <Fenetre
      titre="Envoi test des E-mails et des sms"
      onFermer={onFermer}
      resume={resultat === null ? null : <Resultat resultat={resultat} />}
      action={
        <Button disabled={choisies.length === 0} loading={isLoading} onClick={() => void submit()}>
          Envoyer aux fiches test
        </Button>
      }
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography>
          Les envois cochés partent tout de suite, comme s’il était 19h,{' '}
          <strong>aux seules fiches test</strong> : aucun véritable entrepreneur ne les reçoit. Un
          test se répète autant de fois que voulu.
        </Typography>
        <Typography variant="pi" textColor="neutral600">
          Pour préparer un test : dans <LienTexte to="/entrepreneurs">Entrepreneurs</LienTexte>,
          créez une personne à votre adresse en cochant « Fiche test », puis ajoutez-la à une{' '}
          <LienTexte to="/actions">action</LienTexte> à la date indiquée.
        </Typography>
        <Flex
          direction="column"
          alignItems="stretch"
          gap={3}
          role="group"
          aria-label="Envois automatiques à tester"
        >
          {lignes.map((ligne) => (
            <Choix
              key={ligne.documentId}
              ligne={ligne}
              aujourdhui={liste.aujourdhui}
              coche={choisies.includes(ligne.documentId)}
              onCocher={(coche) => {
                setCochees(
                  coche
                    ? [...choisies, ligne.documentId]
                    : choisies.filter((id) => id !== ligne.documentId)
                );
              }}
            />
          ))}
        </Flex>
      </Flex>
    </Fenetre>
  );
}
