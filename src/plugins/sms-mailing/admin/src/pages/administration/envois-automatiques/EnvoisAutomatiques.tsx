import { Button } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useState, type JSX } from 'react';
import { useListEnvoisAutomatiquesQuery } from '../../../api/envois-automatiques';
import { useListReferencesQuery } from '../../../api/references';
import { PageModule } from '../../../components/PageModule';
import { Requete } from '../../../components/Requete';
import { useDroits } from '../../../droits';
import { FormulaireEnvoi } from './FormulaireEnvoi';
import { ListeEnvois } from './ListeEnvois';
import { SAISIE_VIDE, type Ouverture } from './saisie';

/** Guide §6: the rules read every evening, and the popup that writes them. */
export default function EnvoisAutomatiques(): JSX.Element {
  const envois = useListEnvoisAutomatiquesQuery(undefined);
  const options = useListReferencesQuery(undefined);
  const [ouverture, setOuverture] = useState<Ouverture | null>(null);
  const { 'envois-automatiques.gerer-envois-automatiques': peutGerer } = useDroits(
    'envois-automatiques.gerer-envois-automatiques'
  );
  const creer = peutGerer ? (
    <Button
      startIcon={<Plus />}
      onClick={() => {
        setOuverture({ documentId: null, saisie: SAISIE_VIDE });
      }}
    >
      Créer un envoi
    </Button>
  ) : null;

  return (
    <PageModule
      titre="Envois automatiques"
      sousTitre="Chaque soir, les participants des actions qui correspondent reçoivent leur message."
      permission="envois-automatiques.consulter-envois-automatiques"
      action={creer}
    >
      <Requete de={envois}>
        {(liste) => (
          <Requete de={options}>
            {(choix) => (
              <>
                <ListeEnvois
                  liste={liste}
                  peutGerer={peutGerer}
                  creer={creer}
                  onOuvrir={setOuverture}
                />
                {ouverture === null ? null : (
                  <FormulaireEnvoi
                    ouverture={ouverture}
                    liste={liste}
                    options={choix}
                    onFermer={() => {
                      setOuverture(null);
                    }}
                  />
                )}
              </>
            )}
          </Requete>
        )}
      </Requete>
    </PageModule>
  );
}
