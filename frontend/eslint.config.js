import graphql from '@graphql-eslint/eslint-plugin'
import boundaries from 'eslint-plugin-boundaries'
import reactHooks from 'eslint-plugin-react-hooks'
import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'

/** A folder may use those after it; features never use one another. */
const FLOORS = [
  { type: 'app', pattern: 'src/app/**' },
  { type: 'playground', pattern: 'src/playground/**' },
  { type: 'feature', pattern: 'src/features/*/**', capture: ['name'] },
  { type: 'ui', pattern: 'src/ui/**' },
  { type: 'lib', pattern: 'src/lib/**' },
  { type: 'generated', pattern: 'src/__generated__/**' },
]

const NO_BARRELS = [
  { selector: 'ExportAllDeclaration', message: 'No barrels: import a thing from the file that defines it.' },
]

/** Words on the page stand in the locale files; names, the same in every language, are constants. */
const NO_HARD_CODED_WORDS = [
  'JSXText[value=/\\p{L}/u]',
  'JSXElement > JSXExpressionContainer > Literal[value=/\\p{L}/u]',
  'JSXElement > JSXExpressionContainer > :matches(ConditionalExpression, LogicalExpression) > Literal[value=/\\p{L}/u]',
  'JSXAttribute[name.name=/^(aria-label|alt|title|label|placeholder|text|description)$/] Literal[value=/^.*\\p{L}.*$/u]:not(CallExpression Literal)',
].map((selector) => ({ selector, message: 'Put words into the locale files of both languages.' }))

function may(from, ...types) {
  return { from: { element: { type: from } }, allow: types.map((type) => ({ to: { element: { type } } })) }
}

export default defineConfig(
  { ignores: ['dist', 'target', 'src/__generated__'] },
  {
    files: ['src/**/*.{ts,tsx}', 'e2e/**/*.ts', 'vite.config.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { boundaries, 'react-hooks': reactHooks },
    settings: {
      'boundaries/elements': FLOORS,
      'import/resolver': { typescript: { alwaysTryTypes: true } },
    },
    rules: {
      ...reactHooks.configs.recommended.rules,
      'boundaries/no-unknown-dependencies': 'error',
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          policies: [
            may('app', 'app', 'feature', 'ui', 'lib', 'generated'),
            may('playground', 'playground', 'lib'),
            may('feature', 'ui', 'lib', 'generated'),
            {
              from: { element: { type: 'feature' } },
              allow: [{ to: { element: { type: 'feature', captured: { name: '{{ from.element.captured.name }}' } } } }],
            },
            may('ui', 'ui', 'lib'),
            may('lib', 'lib'),
          ],
        },
      ],
      'no-restricted-syntax': ['error', ...NO_BARRELS, ...NO_HARD_CODED_WORDS],
    },
  },
  {
    files: ['src/**/*.graphql'],
    languageOptions: {
      parser: graphql.parser,
      parserOptions: {
        graphQLConfig: {
          schema: ['../schema.graphqls', './client-directives.graphqls'],
          documents: 'src/**/*.graphql',
        },
      },
    },
    plugins: { '@graphql-eslint': graphql },
    rules: {
      ...graphql.configs['flat/operations-recommended'].rules,
      '@graphql-eslint/naming-convention': [
        'error',
        { FragmentDefinition: { requiredPattern: /^[A-Z]\w+_[a-z]\w*$/ }, OperationDefinition: 'PascalCase' },
      ],
      '@graphql-eslint/require-import-fragment': 'off',
    },
  },
)
