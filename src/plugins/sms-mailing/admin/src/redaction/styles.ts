import { styled } from 'styled-components';

/** The frame of a field of the design system, around an editor. */
export const Cadre = styled.div<{ $erreur: boolean; $lecture: boolean }>`
  display: flex;
  flex-direction: column;
  min-width: 0;
  border: 1px solid
    ${({ theme, $erreur }) => ($erreur ? theme.colors.danger600 : theme.colors.neutral200)};
  border-radius: 4px;
  background: ${({ theme, $lecture }) =>
    $lecture ? theme.colors.neutral100 : theme.colors.neutral0};

  &:focus-within {
    border-color: ${({ theme, $erreur }) =>
      $erreur ? theme.colors.danger600 : theme.colors.primary600};
    box-shadow: 0 0 0 2px
      ${({ theme, $erreur }) => ($erreur ? theme.colors.danger600 : theme.colors.primary600)};
  }
`;

/** Of an e-mail: white as it will be read, whatever the theme; its own colours are chosen for that. */
const PAPIER = 'border-radius: 0 0 4px 4px; background: #ffffff; color: #32324d;';

export const Feuille = styled.div<{ $hauteur: string; $email: boolean }>`
  flex: 1;
  min-width: 0;
  font-size: ${({ $email }) => ($email ? '1.6rem' : '1.4rem')};
  line-height: ${({ $email }) => ($email ? 1.55 : 1.45)};
  color: ${({ theme }) => theme.colors.neutral800};
  ${({ $email }) => ($email ? PAPIER : '')}

  .ProseMirror {
    position: relative;
    min-height: ${({ $hauteur }) => $hauteur};
    padding: ${({ $email }) => ($email ? '20px 24px' : '9px 12px')};
    outline: none;
    overflow-wrap: anywhere;
    white-space: break-spaces;
    font-variant-ligatures: none;
  }

  .ProseMirror [contenteditable='false'] {
    white-space: normal;
  }

  .ProseMirror p {
    margin: 0 0 ${({ $email }) => ($email ? '16px' : '0')};
  }

  .ProseMirror img.ProseMirror-separator {
    display: inline !important;
    width: 0 !important;
    height: 0 !important;
    margin: 0 !important;
    border: 0 !important;
  }

  .ProseMirror > :last-child {
    margin-bottom: 0;
  }

  .ProseMirror h2 {
    margin: 0 0 12px;
    font-size: 2.2rem;
    font-weight: 600;
    line-height: 1.25;
  }

  .ProseMirror h3 {
    margin: 0 0 10px;
    font-size: 1.8rem;
    font-weight: 600;
  }

  .ProseMirror ul,
  .ProseMirror ol {
    margin: 0 0 16px;
    padding-left: 26px;
  }

  .ProseMirror ul {
    list-style: disc;
  }

  .ProseMirror ol {
    list-style: decimal;
  }

  .ProseMirror li p {
    margin: 0 0 4px;
  }

  .ProseMirror strong {
    font-weight: 700;
  }

  .ProseMirror em {
    font-style: italic;
  }

  .ProseMirror a {
    color: #0b57a4;
    text-decoration: underline;
  }

  .ProseMirror blockquote {
    margin: 0 0 16px;
    padding-left: 14px;
    border-left: 3px solid ${({ theme }) => theme.colors.neutral200};
  }

  .ProseMirror hr {
    margin: 20px 0;
    border: 0;
    border-top: 1px solid ${({ theme }) => theme.colors.neutral300};
  }

  .ProseMirror img {
    max-width: 100%;
    height: auto;
  }

  .ProseMirror table[data-entete] {
    width: 100%;
    margin: 0 0 16px;
  }

  .ProseMirror .entete a {
    color: #ffffff;
  }

  .ProseMirror table[data-bouton] {
    margin: 0 0 16px;
  }

  .ProseMirror table[data-colonnes] {
    width: 100%;
    margin: 0 0 16px;
    table-layout: fixed;
  }

  .ProseMirror table[data-colonnes] > tbody > tr > td {
    padding: 8px !important;
    border: 1px dashed ${({ theme }) => theme.colors.neutral300};
  }

  .ProseMirror .ProseMirror-selectednode {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 1px;
  }

  .ProseMirror .suggestion {
    border-radius: 4px;
    background: ${({ theme }) => theme.colors.primary100};
    color: ${({ theme }) => theme.colors.primary700};
  }

  .signet {
    display: inline-block;
    max-width: 100%;
    padding: 0 7px;
    border: 1px solid ${({ theme }) => theme.colors.primary200};
    border-radius: 4px;
    background: ${({ theme }) => theme.colors.primary100};
    color: ${({ theme }) => theme.colors.primary700};
    font-size: 0.9em;
    line-height: 1.45;
    cursor: pointer;
  }

  .signet-probleme {
    border-color: ${({ theme }) => theme.colors.warning200};
    background: ${({ theme }) => theme.colors.warning100};
    color: ${({ theme }) => theme.colors.neutral800};
  }

  .signet-inconnu {
    border-color: ${({ theme }) => theme.colors.danger200};
    background: ${({ theme }) => theme.colors.danger100};
    color: ${({ theme }) => theme.colors.danger700};
  }
`;
