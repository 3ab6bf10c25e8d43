import {
  Box,
  Divider,
  Flex,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import { useState, type JSX, type ReactNode } from 'react';
import type {
  Apercu as Reponse,
  Cobaye,
  DemandeApercu,
  LigneCobaye,
} from '../../../core/api/modeles';
import { findEntree } from '../../../core/catalogue-signets';
import type { Modele } from '../../../core/modele';
import { listSignets } from '../../../core/signet';
import { listMorceaux } from '../../../core/validation-modele';
import {
  LIBELLES_TYPE_DESTINATAIRE,
  type Declencheur,
  type TypeDestinataire,
} from '../../../core/vocabulaire';
import { phraseErreur } from '../api/api';
import { usePreviewModeleQuery } from '../api/apercu';
import { useDiffere } from '../components/useDiffere';
import { Avertissements } from './Avertissements';

import { ChoixCobaye } from './ChoixCobaye';
import { Courriel } from './Courriel';
import { TelephoneSms } from './TelephoneSms';

interface Props {
  modele: Modele;
  /** Whoever may not write modèles is shown the one that is saved. */
  enregistre: string | null;
  /** On whom it is shown; null: the example of the guide. */
  choisi: LigneCobaye | null;
  onChoisir: (ligne: LigneCobaye | null) => void;
  /** « M'envoyer un exemplaire », for the person on show. */
  action: (cobaye: Cobaye) => ReactNode;
  /** « Mesurer le coût », of an SMS. */
  cout: (typeDestinataire: TypeDestinataire) => ReactNode;
}

const DELAI_MS = 500;
/** Whom the catalogue's examples are of. */
const EXEMPLE = 'Jack PALMER (exemple)';

function declencheurOf(modele: Modele): Declencheur {
  const hasAction = listSignets(listMorceaux(modele)).some(
    ({ chemin }) => findEntree(chemin)?.declencheur === 'action'
  );
  return hasAction ? 'action' : 'personne';
}

function Corps({ rendu }: { rendu: Reponse }): JSX.Element {
  return (
    <>
      <Avertissements apercu={rendu} />
      <Divider />
      {rendu.sms === null ? <Courriel rendu={rendu} /> : <TelephoneSms sms={rendu.sms} />}
    </>
  );
}

function ChoixType(props: {
  types: readonly TypeDestinataire[];
  type: TypeDestinataire;
  onType: (type: TypeDestinataire) => void;
}): JSX.Element | null {
  if (props.types.length < 2) {
    return null;
  }
  return (
    <SingleSelect
      size="S"
      aria-label="Type de destinataire de l’aperçu"
      value={props.type}
      onChange={(valeur: string | number) => {
        const choisi = props.types.find((type) => type === valeur);
        if (choisi !== undefined) {
          props.onType(choisi);
        }
      }}
    >
      {props.types.map((type) => (
        <SingleSelectOption key={type} value={type}>
          {LIBELLES_TYPE_DESTINATAIRE[type]}
        </SingleSelectOption>
      ))}
    </SingleSelect>
  );
}

interface Choisi {
  declencheur: Declencheur;
  typeDestinataire: TypeDestinataire;
  ligne: LigneCobaye | null;
  cobaye: Cobaye;
}

/** On whom the message is shown: the person chosen, as long as the message is still for such a person. */
function resolveCobaye(modele: Modele, type: TypeDestinataire, choisi: LigneCobaye | null): Choisi {
  const declencheur = declencheurOf(modele);
  const [premier = 'entrepreneur'] = modele.destinataires;
  const typeDestinataire = modele.destinataires.includes(type) ? type : premier;
  const convient =
    choisi?.cobaye.typeDestinataire === typeDestinataire &&
    (choisi.action === null) === (declencheur === 'personne');
  const ligne = convient ? choisi : null;
  const personne = { typeDestinataire, documentId: null, actionDocumentId: null };
  return { declencheur, typeDestinataire, ligne, cobaye: ligne?.cobaye ?? personne };
}

interface AMontrer extends Pick<Props, 'modele' | 'enregistre'> {
  cobaye: Cobaye;
}

/** The rendering of what is under the pen, once it rests; the last one stays while the next is asked for. */
function Rendu({ modele, enregistre, cobaye }: AMontrer): JSX.Element {
  const message = enregistre === null ? { modele } : { modeleDocumentId: enregistre };
  const demande = useDiffere(JSON.stringify({ ...message, cobaye }), DELAI_MS);
  const { data, error, isFetching } = usePreviewModeleQuery(JSON.parse(demande) as DemandeApercu);
  return (
    <>
      {error === undefined ? null : (
        <Typography variant="pi" textColor="neutral600" role="status">
          L’aperçu attend : {phraseErreur(error)}
        </Typography>
      )}
      {data === undefined ? null : (
        <Flex direction="column" alignItems="stretch" gap={4} aria-busy={isFetching}>
          <Corps rendu={cobaye.documentId === null ? { ...data, destinataire: EXEMPLE } : data} />
        </Flex>
      )}
    </>
  );
}

/** Guide §8.b « aperçu du contenu »: what one real person would read, through the code that will send it. */
export function Apercu(props: Props): JSX.Element {
  const { modele, enregistre, choisi, onChoisir, action, cout } = props;
  const [type, setType] = useState(choisi?.cobaye.typeDestinataire ?? 'entrepreneur');
  const { declencheur, typeDestinataire, ligne, cobaye } = resolveCobaye(modele, type, choisi);

  return (
    <Box
      tag="section"
      aria-label="Aperçu"
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      padding={6}
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Flex justifyContent="space-between" gap={3} wrap="wrap">
          <Typography tag="h2" variant="delta">
            Aperçu
          </Typography>
          {action(cobaye)}
        </Flex>
        <ChoixType types={modele.destinataires} type={typeDestinataire} onType={setType} />
        <ChoixCobaye
          declencheur={declencheur}
          typeDestinataire={typeDestinataire}
          choisi={ligne}
          onChoisir={onChoisir}
        />
        <Rendu modele={modele} enregistre={enregistre} cobaye={cobaye} />
        {modele.typeContact === 'sms' ? cout(typeDestinataire) : null}
      </Flex>
    </Box>
  );
}
