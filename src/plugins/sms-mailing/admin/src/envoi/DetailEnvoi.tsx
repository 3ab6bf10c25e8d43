import { Box, Flex, Typography } from '@strapi/design-system';
import { useId, useState, type JSX, type ReactNode } from 'react';
import { Bandeau } from '../components/Bandeau';
import { pluralize } from '../components/texte';
import { PIECES_A_ENVOYER, PIECES_DES_MODELES } from '../components/useOpenPiece';
import { BoutonDeplier } from './BoutonDeplier';
import { Exclus } from './Exclus';
import { PiecesPortees } from './PiecesPortees';
import {
  countExclus,
  phraseCout,
  phraseMessage,
  titreRecap,
  type ModeleRecap,
  type RecapEnvoi,
} from './recap';

interface Props {
  recap: RecapEnvoi;
  action: string | null;
}

function Rubrique({ titre, children }: { titre: string; children: ReactNode }): JSX.Element {
  return (
    <Box tag="section" aria-label={titre}>
      <Typography tag="h3" variant="sigma" textColor="neutral600">
        {titre}
      </Typography>
      <Flex direction="column" alignItems="stretch" gap={2} paddingTop={1}>
        {children}
      </Flex>
    </Box>
  );
}

/** Everyone who receives, once each, at the address that will be used. */
export function Noms({ modeles }: { modeles: readonly ModeleRecap[] }): JSX.Element | null {
  const [ouvert, setOuvert] = useState(false);
  const id = useId();
  const personnes = new Map(
    modeles.flatMap(({ recevront }) => recevront.map((p) => [p.documentId, p] as const))
  );
  if (personnes.size === 0) {
    return null;
  }
  return (
    <>
      <BoutonDeplier
        ouvert={ouvert}
        controle={id}
        libelle={personnes.size === 1 ? 'Voir à qui' : 'Voir les noms'}
        onBasculer={() => {
          setOuvert(!ouvert);
        }}
      />
      {ouvert ? (
        <Box tag="ul" id={id} maxHeight="20rem" overflow="auto">
          {[...personnes.values()].map(({ documentId, nom, adresse }) => (
            <Typography key={documentId} tag="li" variant="pi">
              {nom} — {adresse}
            </Typography>
          ))}
        </Box>
      ) : null}
    </>
  );
}

function Modele({ modele }: { modele: ModeleRecap }): JSX.Element {
  return (
    <Box>
      <Typography tag="p">{phraseMessage(modele)}</Typography>
      <PiecesPortees
        pieces={modele.piecesJointes}
        dossier={PIECES_DES_MODELES}
        suite=", jointe à chaque message de ce modèle"
      />
      {modele.retenu === null ? null : (
        <Box paddingTop={2}>
          <Bandeau danger>{modele.retenu}</Bandeau>
        </Box>
      )}
    </Box>
  );
}

/** The long form: everything one may want to know before real persons receive it. */
export function DetailEnvoi({ recap, action }: Props): JSX.Element {
  const { sms, exclus, modeles, avertissements } = recap;
  const ecartes = countExclus(recap);
  return (
    <>
      {avertissements.map((phrase) => (
        <Bandeau key={phrase}>{phrase}</Bandeau>
      ))}
      <Box>
        <Typography tag="p" variant="delta">
          {titreRecap(recap)}
        </Typography>
        <Noms modeles={modeles} />
      </Box>
      <Rubrique titre={modeles.length === 1 ? 'Message' : 'Messages'}>
        {modeles.map((modele) => (
          <Modele key={modele.documentId} modele={modele} />
        ))}
        <PiecesPortees
          pieces={recap.piecesJointes}
          dossier={PIECES_A_ENVOYER}
          suite=", jointe à cet envoi seulement"
        />
      </Rubrique>
      {sms === null ? null : (
        <Rubrique titre="Coût">
          <Typography tag="p">{phraseCout(sms)}</Typography>
        </Rubrique>
      )}
      {exclus.length === 0 ? null : (
        <Rubrique
          titre={`${pluralize(ecartes, 'personne ne recevra pas', 'personnes ne recevront pas')} ${modeles.length > 1 ? 'tout' : 'ce message'}`}
        >
          <Exclus
            typeDestinataire={recap.typeDestinataire}
            exclus={exclus}
            action={action}
            nommerModele={modeles.length > 1}
          />
        </Rubrique>
      )}
    </>
  );
}
