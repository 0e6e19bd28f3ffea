// The article that the pretended backend starts with: 31 sentences. Written for this purpose; the
// town, the dam and everybody in it are invented.
import type { BlockKind, Tag } from './types.gen';

export interface SampleSentence {
  text: string;
  tag?: Tag;
  finding?: string;
  correction?: string;
  speaker?: string;
}

export interface SampleBlock {
  kind: BlockKind;
  sentences: SampleSentence[];
}

const v = (text: string, finding = ''): SampleSentence => ({ text, tag: 'verified', finding });
const a = (text: string, speaker = ''): SampleSentence => ({
  text,
  tag: 'attributed-only',
  speaker,
});
const n = (text: string): SampleSentence => ({ text, tag: 'no-claim' });
const open = (text: string): SampleSentence => ({ text });

export const sampleTitle = 'The dam that came in under budget';

export const sampleBlocks: SampleBlock[] = [
  { kind: 'headline', sentences: [v('The dam that came in under budget')] },
  {
    kind: 'deck',
    sentences: [
      a('Ninety years on, engineers say the Corran wall will outlast the town it was built for'),
    ],
  },
  {
    kind: 'paragraph',
    sentences: [
      v(
        'The Corran dam was finished in the spring of 1936, eleven months after the first concrete was poured.',
        'Site diary, first and last entries.',
      ),
      {
        text: 'It cost 49 million dollars, nearly a fifth less than the government had set aside.',
        tag: 'disputed',
        finding: 'Board minutes: 48.9 m of 55 m, which is 11 % less, not a fifth.',
        correction:
          'It cost 48.9 million dollars, about a tenth less than the government had set aside.',
      },
      v('No bridge in the valley had cost half as much.'),
    ],
  },
  {
    kind: 'paragraph',
    sentences: [
      a(
        '“We never saw a cent of it,” said Agnes Tolland, whose family farmed the flooded bank.',
        'Agnes Tolland',
      ),
      open(
        'The water authority has acknowledged that at least 340 households were moved, according to papers released last week.',
      ),
      v('Most of them went to the coast.'),
    ],
  },
  {
    kind: 'paragraph',
    sentences: [
      n('The valley was quiet that summer, and by all accounts empty.'),
      a(
        'A photograph purportedly taken in July shows the church tower still standing above the water.',
      ),
      open('Many historians believe the figure was far higher.'),
    ],
  },
  { kind: 'heading', sentences: [n('The contract')] },
  {
    kind: 'paragraph',
    sentences: [
      v(
        'The contract went to Hallam & Reeve, a firm of eleven people that had never built a dam.',
        'Company register, 1934 return.',
      ),
      v('Its bid was the lowest of six.'),
      v('The second lowest was 2.1 million dollars higher.'),
    ],
  },
  {
    kind: 'paragraph',
    sentences: [
      v('Reeve, who had trained as a ship’s carpenter, drew the formwork himself.'),
      a(
        'He told the board in March 1935 that “concrete forgives nobody”.',
        'J. Reeve, in the board minutes',
      ),
      v('The minutes record that nobody asked what he meant.'),
    ],
  },
  {
    kind: 'paragraph',
    sentences: [
      n('It was a gamble, and it paid.'),
      v('By October the wall stood 61 metres above the river bed.'),
    ],
  },
  { kind: 'heading', sentences: [n('Who paid')] },
  {
    kind: 'paragraph',
    sentences: [
      {
        text: 'In the end about 400 households left the valley.',
        tag: 'disputed',
        finding: 'The resettlement ledger counts 341; sentence 5 says “at least 340”.',
      },
      a('The authority’s own historian put it at “some hundreds”.', 'Corran Water Authority'),
      v('Compensation was paid for land, not for houses.', 'Resettlement Act 1933, s. 4.'),
      open('On average a family received 212 dollars, about 4,100 dollars in today’s money.'),
    ],
  },
  {
    kind: 'paragraph',
    sentences: [
      open('The water authority declined to comment on the payments.'),
      open('Last year it confirmed that eleven claims remain open.'),
      open('It is the least that a company with 80 million dollars in reserves could do.'),
    ],
  },
  {
    kind: 'paragraph',
    sentences: [v('The wall has been inspected every second year since 1951.')],
  },
  {
    kind: 'caption',
    sentences: [
      v('The Corran wall seen from the east bank, 2024.'),
      open('The church tower can be seen at low water.'),
    ],
  },
];
