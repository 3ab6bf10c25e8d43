import { Box, Checkbox, Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import type { JSX } from 'react';
import { styled } from 'styled-components';
import {
  MATRICE,
  NIVEAUX,
  niveauxOf,
  type LigneMatrice,
  type Niveau,
} from '../../../../../core/matrice-profils';
import { COLONNES_PROFIL, type Cases, type ColonneProfil } from '../../../../../core/profils';
import { TableHtml } from '../../../components/TableHtml';

const COLONNES = Object.entries(COLONNES_PROFIL) as [ColonneProfil, string][];
const GROUPES = [...new Set(MATRICE.map(({ groupe }) => groupe))];
const RIEN: Cases = { tout: null, antenne: null, equipe: null, assigne: null };

const Choix = styled.select`
  min-width: 11rem;
  padding: ${({ theme }) => `${theme.spaces[1]} ${theme.spaces[2]}`};
  font: inherit;
  color: ${({ theme }) => theme.colors.neutral800};
  background: ${({ theme }) => theme.colors.neutral0};
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};

  &[data-accorde='true'] {
    background: ${({ theme }) => theme.colors.success100};
    border-color: ${({ theme }) => theme.colors.success200};
  }

  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
  }
`;

interface CaseProps {
  ligne: LigneMatrice;
  colonne: ColonneProfil;
  niveau: Niveau | null;
  lecture: boolean;
  onNiveau: (niveau: Niveau | null) => void;
}

/** What one périmètre opens of one page; an act is had or not. */
function Case({ ligne, colonne, niveau, lecture, onNiveau }: CaseProps): JSX.Element {
  const nom = `${ligne.libelle}, ${COLONNES_PROFIL[colonne]}`;
  if (!ligne.avecPerimetre && colonne !== 'tout') {
    return <Typography textColor="neutral500">–</Typography>;
  }
  if (lecture) {
    return <Typography>{niveau === null ? '–' : NIVEAUX[niveau]}</Typography>;
  }
  const niveaux = niveauxOf(ligne);
  if (niveaux[0] === 'permis') {
    return (
      <Checkbox
        aria-label={nom}
        checked={niveau !== null}
        onCheckedChange={(coche) => {
          onNiveau(coche === true ? 'permis' : null);
        }}
      />
    );
  }
  return (
    <Choix
      aria-label={nom}
      value={niveau ?? ''}
      data-accorde={niveau !== null}
      onChange={(event) => {
        onNiveau(niveaux.find((un) => un === event.target.value) ?? null);
      }}
    >
      <option value="">–</option>
      {niveaux.map((un) => (
        <option key={un} value={un}>
          {NIVEAUX[un]}
        </option>
      ))}
    </Choix>
  );
}

/** Guide §4 « la possibilité de voir ou non la page depuis le menu de navigation ». */
function Visible(props: {
  ligne: LigneMatrice;
  cases: Cases;
  lecture: boolean;
  onCases: (cases: Cases) => void;
}): JSX.Element {
  const { ligne, cases, lecture, onCases } = props;
  const visible = Object.values(cases).some((niveau) => niveau !== null);
  const [premier = null] = niveauxOf(ligne);
  if (premier === 'permis' || lecture) {
    return <Typography>{premier !== 'permis' && visible ? 'Visible' : ''}</Typography>;
  }
  return (
    <Checkbox
      aria-label={`${ligne.libelle}, Visible`}
      checked={visible}
      onCheckedChange={(coche) => {
        onCases(coche === true ? { ...RIEN, tout: premier } : RIEN);
      }}
    />
  );
}

interface Props {
  cases: ReadonlyMap<string, Cases>;
  /** The rows that Strapi's page of roles has set otherwise. */
  autrement: ReadonlySet<string>;
  /** Absent: to be read only. */
  onCases?: (cle: string, cases: Cases) => void;
}

/** Guide §4 (4/4), a table for each menu: pages and acts, by périmètre. */
export function Matrice({ cases, autrement, onCases }: Props): JSX.Element {
  const lecture = onCases === undefined;
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      {GROUPES.map((groupe) => (
        <Box tag="section" key={groupe} aria-label={groupe}>
          <Typography tag="h2" variant="delta">
            {groupe}
          </Typography>
          <Box paddingTop={3}>
            <TableHtml nom={groupe}>
              <thead>
                <tr>
                  <th scope="col">Page</th>
                  <th scope="col">Visible</th>
                  {COLONNES.map(([colonne, libelle]) => (
                    <th scope="col" key={colonne}>
                      {libelle}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {MATRICE.filter((ligne) => ligne.groupe === groupe).map((ligne) => {
                  const siennes = cases.get(ligne.cle) ?? RIEN;
                  return (
                    <tr key={ligne.cle}>
                      <th scope="row" style={{ whiteSpace: 'normal' }}>
                        {ligne.libelle}
                        {autrement.has(ligne.cle) ? (
                          <Typography variant="pi" textColor="warning700" tag="div">
                            Réglé autrement dans les rôles de Strapi : reste ainsi, sauf si vous le
                            changez ici.
                          </Typography>
                        ) : null}
                      </th>
                      <td style={{ paddingInline: '1.6rem' }}>
                        <Visible
                          ligne={ligne}
                          cases={siennes}
                          lecture={lecture}
                          onCases={(suite) => onCases?.(ligne.cle, suite)}
                        />
                      </td>
                      {COLONNES.map(([colonne]) => (
                        <td key={colonne}>
                          <Case
                            ligne={ligne}
                            colonne={colonne}
                            niveau={siennes[colonne]}
                            lecture={lecture}
                            onNiveau={(niveau) =>
                              onCases?.(ligne.cle, { ...siennes, [colonne]: niveau })
                            }
                          />
                        </td>
                      ))}
                    </tr>
                  );
                })}
              </tbody>
            </TableHtml>
          </Box>
        </Box>
      ))}
      <VisuallyHidden>Un tiret veut dire que ce périmètre n’ouvre rien.</VisuallyHidden>
    </Flex>
  );
}
