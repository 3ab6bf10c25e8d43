import { useState, type JSX } from 'react';
import type { FichePersonne } from '../../../../../core/api/repertoire';
import { useOpenFicheEntrepreneurQuery } from '../../../api/fiches';
import { Requete } from '../../../components/Requete';
import { useDroits } from '../../../droits';
import { EnvoiDepuisFiche } from '../envoi/EnvoiDepuisFiche';

const AUCUN: readonly string[] = [];

/** Guide §9.b « Programmer l'envoi (fait de nuit) ». */
export function OngletEnvois({ fiche }: { fiche: FichePersonne }): JSX.Element | null {
  const droits = useDroits('fiches.envoyer-depuis-entrepreneur');
  const [tout, setTout] = useState(false);
  const { documentId, nom } = fiche;
  const { data, error, refetch } = useOpenFicheEntrepreneurQuery(
    { documentId, tout },
    { skip: !droits['fiches.envoyer-depuis-entrepreneur'] }
  );
  if (!droits['fiches.envoyer-depuis-entrepreneur']) {
    return null;
  }
  return (
    <Requete de={{ data, error, refetch }}>
      {({ modeles, phraseDepart }) => (
        <EnvoiDepuisFiche
          key={documentId}
          fiche={{ genre: 'entrepreneur', documentId }}
          modeles={modeles}
          tout={tout}
          onTout={setTout}
          personnes={[{ documentId, nom }]}
          participants={null}
          depart={AUCUN}
          annulee={false}
          phraseDepart={`${phraseDepart}.`}
        />
      )}
    </Requete>
  );
}
