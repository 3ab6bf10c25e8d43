import type { JSX } from 'react';
import type { PieceJointeDeposee } from '../../../../../core/api/modeles';
import { listImages } from '../../../../../core/image-message';
import type { ReglagesSms } from '../../../../../core/sms';
import type { MalEcrit, ValidationModele } from '../../../../../core/validation-modele';
import { declencheurOf, type TypeContact } from '../../../../../core/vocabulaire';
import { CompteurSms } from '../../../redaction/CompteurSms';
import type { GenreRedaction } from '../../../redaction/extensions';
import { Redaction } from '../../../redaction/Redaction';
import { simplifySms } from '../../../redaction/simplifie-sms';
import type { Brouillon, ErreursModele } from './brouillon';
import { PiecesJointes } from './PiecesJointes';
import { Section } from './Section';
import { useImages } from './useImages';

interface Props {
  brouillon: Brouillon;
  /** As it was opened: an editor keeps its own text afterwards. */
  depart: Brouillon;
  pieces: readonly PieceJointeDeposee[];
  imagesDeposees: readonly PieceJointeDeposee[];
  validation: ValidationModele;
  /** Null: the SMS is not counted here, only read; its preview says what it costs. */
  reglagesSms: ReglagesSms | null;
  erreurs: ErreursModele;
  lectureSeule: boolean;
  onChange: (changement: Partial<Brouillon>) => void;
}

const GENRES: Readonly<Record<TypeContact, GenreRedaction>> = {
  email: 'riche',
  newsletter: 'newsletter',
  sms: 'texte',
};

/** Guide §5: objet, message, pièces jointes; an SMS has its message alone, counted. */
export function Message(props: Props): JSX.Element {
  const { brouillon, depart, pieces, validation, reglagesSms, erreurs, lectureSeule, onChange } =
    props;
  const { typeContact, destinataires, message } = brouillon;
  const isSms = typeContact === 'sms';
  const montrees = listImages(message);
  const images = useImages(props.imagesDeposees, montrees, brouillon.piecesJointes);
  const modalites = brouillon.modalites ?? validation.modalitesPossibles;
  const pourAction =
    modalites.length > 0 && modalites.every((modalite) => declencheurOf(modalite) === 'action');
  const redaction = { lectureSeule, destinataires, pourAction, problemes: validation.signets };
  const listMalEcrits = (ou: MalEcrit['champ']): MalEcrit[] =>
    validation.malEcrits.filter(({ champ }) => champ === ou);
  return (
    <Section titre="Le message">
      {isSms ? null : (
        <Redaction
          {...redaction}
          genre="ligne"
          images={null}
          libelle="Objet"
          valeur={depart.objet}
          erreur={erreurs.objet}
          malEcrits={listMalEcrits('objet')}
          onChange={(objet) => {
            onChange({ objet });
          }}
        />
      )}
      <Redaction
        {...redaction}
        genre={GENRES[typeContact]}
        images={isSms ? null : images}
        libelle="Message"
        valeur={depart.message}
        erreur={erreurs.message}
        malEcrits={listMalEcrits('message')}
        onChange={(texte) => {
          onChange({ message: texte });
        }}
        pied={(rewrite) =>
          validation.sms === null || reglagesSms === null ? null : (
            <CompteurSms
              message={message}
              promotion={brouillon.but === 'promotion'}
              compte={validation.sms}
              reglages={reglagesSms}
              onSimplifier={() => {
                rewrite(simplifySms(message, reglagesSms.remplacerAccents));
              }}
            />
          )
        }
      />
      {isSms ? null : (
        <PiecesJointes
          depart={pieces}
          images={montrees}
          poidsImages={images.poids}
          lectureSeule={lectureSeule}
          onChange={(piecesJointes) => {
            onChange({ piecesJointes });
          }}
        />
      )}
    </Section>
  );
}
