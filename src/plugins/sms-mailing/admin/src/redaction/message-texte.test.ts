import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listSignets, parseSignets } from '../../../core/signet';
import { toDocument, toDocumentColle, toTexte } from './message-texte';

const SIGNET = { type: 'signet', attrs: { source: '${personne/personne_prenom}' } };

describe('un objet ou un SMS dans l’éditeur', () => {
  it('est fait de lignes, de textes et de signets', () => {
    expect(toDocument('Bonjour ${personne/personne_prenom},\n\nà demain')).toEqual({
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [{ type: 'text', text: 'Bonjour ' }, SIGNET, { type: 'text', text: ',' }],
        },
        { type: 'paragraph' },
        { type: 'paragraph', content: [{ type: 'text', text: 'à demain' }] },
      ],
    });
  });

  it('revient identique à l’enregistrement', () => {
    const texte = 'Le ${action_date# j F Y à H:i}\n10 $ et $${litéral} et ${jamais fermé';
    expect(toTexte(toDocument(texte))).toBe(texte);
  });

  it('revient identique quoi qu’on y écrive', () => {
    const morceau = fc.oneof(
      fc.constantFrom('${personne/personne_nom}', '${action_date# j F}', '$${x}', '\n', ' ', '€'),
      fc.stringMatching(/^[a-zé<>&"' .,]{0,12}$/)
    );
    fc.assert(
      fc.property(fc.array(morceau), (morceaux) => {
        const texte = morceaux.join('');
        expect(toTexte(toDocument(texte))).toBe(texte);
      })
    );
  });

  it('sépare par une espace un dollar du signet qui le suit', () => {
    const document = {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: '10 $' }, SIGNET] }],
    };
    expect(listSignets(parseSignets(toTexte(document)))).toHaveLength(1);
  });

  it('lit les écritures du guide dans un texte collé', () => {
    const { content } = toDocumentColle('\\${personne/personne_prenom}\r\nà bientôt');
    expect(content?.[0]?.content).toEqual([SIGNET]);
    expect(content).toHaveLength(2);
  });
});
