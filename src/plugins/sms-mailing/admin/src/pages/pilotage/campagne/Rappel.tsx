import {
  Box,
  Button,
  Field,
  Flex,
  SingleSelect,
  SingleSelectOption,
  TextInput,
  Typography,
} from '@strapi/design-system';
import { Filter } from '@strapi/icons';
import type { JSX } from 'react';
import type { LigneModeleCampagne, RecapCampagne } from '../../../../../core/api/campagnes';
import type { EnJson } from '../../../../../core/api/en-json';
import type { TypeContact } from '../../../../../core/vocabulaire';
import { Bandeau } from '../../../components/Bandeau';
import { ChampJour } from '../../../components/ChampJour';
import { formatJour } from '../../../components/texte';
import { withFiltre } from '../filtres/filtres-saisis';
import { Phrases } from '../filtres/Phrases';
import { phraseEtalement } from './recap-campagne';
import type { EtatCampagne } from './useCampagne';

interface Props {
  modele: LigneModeleCampagne;
  typeContact: TypeContact;
  etat: EtatCampagne;
  recap: EnJson<RecapCampagne> | undefined;
  libelle: string;
  /** A campagne opened again keeps its own. */
  libelleFixe: boolean;
  onLibelle: (libelle: string) => void;
}

function Quand({ etat, recap }: Pick<Props, 'etat' | 'recap'>): JSX.Element {
  const { soir, setSoir } = etat;
  return (
    <Flex gap={4} alignItems="flex-end" wrap="wrap">
      <Box minWidth="22rem">
        <Field.Root name="quand">
          <Field.Label>Départ à 19h</Field.Label>
          <SingleSelect
            value={soir === null ? 'soir' : 'autre'}
            onChange={(valeur: string | number) => {
              setSoir(valeur === 'soir' ? null : '');
            }}
          >
            <SingleSelectOption value="soir">Au prochain envoi du soir</SingleSelectOption>
            <SingleSelectOption value="autre">Un autre soir</SingleSelectOption>
          </SingleSelect>
        </Field.Root>
      </Box>
      {soir === null ? null : (
        <Box minWidth="20rem">
          <ChampJour nom="soir" libelle="Soir du départ" requis jour={soir} onJour={setSoir} />
        </Box>
      )}
      <Typography textColor="neutral600">
        {recap === undefined ? '' : `${recap.phraseDepart}.`}
      </Typography>
    </Flex>
  );
}

const NOMS: Readonly<Record<TypeContact, string>> = {
  email: 'Modèle d’e-mail',
  newsletter: 'Modèle de newsletter',
  sms: 'Modèle de SMS',
};

/** When it leaves, what would hold it back, and the filters as sentences. */
function Resultats({ etat, recap }: Pick<Props, 'etat' | 'recap'>): JSX.Element {
  const retenu = recap?.retenu ?? null;
  return (
    <>
      <Quand etat={etat} recap={recap} />
      {retenu === null ? null : <Bandeau danger>{retenu}</Bandeau>}
      {(recap === undefined ? [] : phraseEtalement(recap)).map((phrase) => (
        <Bandeau key={phrase}>{phrase}</Bandeau>
      ))}
      <Box>
        <Typography variant="sigma" textColor="neutral600" tag="h2">
          Les filtres :
        </Typography>
        <Flex gap={3} wrap="wrap" paddingTop={2} justifyContent="space-between">
          <Phrases
            filtres={etat.filtres}
            noms={{ ...recap?.noms, ...etat.noms }}
            onRetirer={(cle) => {
              etat.search(withFiltre(etat.filtres, cle, undefined), {});
            }}
          />
          <Button variant="secondary" startIcon={<Filter />} onClick={etat.back}>
            Choix du filtre
          </Button>
        </Flex>
      </Box>
    </>
  );
}

/** Guide §7.b: « rappel du modèle d'envoi sélectionné et de la date », and the filters as sentences. */
export function Rappel(props: Props): JSX.Element {
  const { modele, typeContact, etat, recap, libelle, libelleFixe, onLibelle } = props;
  const date = recap === undefined ? '' : ` du ${formatJour(recap.depart.slice(0, 10))}`;
  return (
    <Box
      tag="section"
      aria-label="La campagne"
      background="neutral0"
      padding={5}
      hasRadius
      shadow="tableShadow"
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Flex gap={6} wrap="wrap" alignItems="flex-start" justifyContent="space-between">
          <Box>
            <Typography variant="sigma" textColor="neutral600" tag="p">
              {NOMS[typeContact]} actuellement sélectionné
            </Typography>
            <Typography tag="p" variant="delta">
              {modele.nom}
            </Typography>
            <Typography tag="p" textColor="neutral600">
              Campagne {modele.nom}
              {date}
              {libelleFixe && libelle !== '' ? ` — ${libelle}` : ''}
            </Typography>
          </Box>
          {libelleFixe ? null : (
            <Box minWidth="26rem">
              <Field.Root name="libelle" hint="Pour la retrouver dans l’historique.">
                <Field.Label>Libellé (facultatif)</Field.Label>
                <TextInput
                  value={libelle}
                  maxLength={120}
                  autoComplete="off"
                  onChange={(event) => {
                    onLibelle(event.target.value);
                  }}
                />
                <Field.Hint />
              </Field.Root>
            </Box>
          )}
        </Flex>
        {etat.etape === 'resultats' ? <Resultats etat={etat} recap={recap} /> : null}
      </Flex>
    </Box>
  );
}
