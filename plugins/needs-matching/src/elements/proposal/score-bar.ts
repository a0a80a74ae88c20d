/** A score whose parts add up to it: a bar for the eye, the same numbers beside it for everybody (look.md §4, §6). */
import { html, nothing, svg } from 'lit';
import type { TemplateResult } from 'lit';
import { pointsText } from './proposal-words.ts';
import type { ProposalWords } from './proposal-words.ts';

export interface ScorePart {
  readonly name: string;
  /** A match keeps the code only; its name is then one of the kit's. */
  readonly label?: string;
  readonly points: number;
  readonly weight: number;
}

export interface Score {
  readonly score: number;
  readonly of: number;
  readonly parts: readonly ScorePart[];
}

/** One piece of the bar in points, from where the one before ends: the last ends exactly at the total. */
export interface Piece {
  /** 0…4: colour and key. */
  readonly series: number;
  readonly from: number;
  readonly points: number;
}

const colours = 5;

export function piecesOf(parts: readonly ScorePart[]): Piece[] {
  let from = 0;
  return parts.map(({ points }, index) => {
    const piece = { series: index % colours, from, points };
    from += points;
    return piece;
  });
}

const height = 8;
/** Share of the bar that the white between two pieces takes. */
const gapShare = 0.005;

function bar({ of, parts }: Score): TemplateResult {
  const gap = of * gapShare;
  const pieces = piecesOf(parts).filter(({ points }) => points > 0);
  return html`<svg class="zs-bar" viewBox="0 0 ${of} ${height}" preserveAspectRatio="none" aria-hidden="true">
    ${pieces.map(
      ({ series, from, points }, index) => svg`<rect class="s${series + 1}" x=${from} y="0" width=${points}
        height=${height}></rect>${
          index === 0 ? nothing : svg`<rect class="gap" x=${from - gap / 2} y="0" width=${gap} height=${height}></rect>`
        }`,
    )}
  </svg>`;
}

const key = (series: number): TemplateResult =>
  html`<svg class="zs-key s${series + 1}" viewBox="0 0 8 8" aria-hidden="true">
    <rect width="8" height="8"></rect>
  </svg>`;

/** Total, bar and parts. Needs `proposalStyles`. */
export function scoreBar(words: ProposalWords, score: Score): TemplateResult {
  const { msg } = words;
  return html`<div class="zs-score">
      <span class="zs-score__total"
        ><span aria-hidden="true">${pointsText(score.score)} <small>/ ${pointsText(score.of)}</small></span
        ><span class="zs-vh"
          >${msg('scoreTotal', { score: pointsText(score.score), of: pointsText(score.of) })}</span
        ></span
      >
      ${bar(score)}
    </div>
    ${
      score.parts.length === 0
        ? nothing
        : html`<dl class="zs-parts" aria-label=${msg('scoreTable')}>
            ${score.parts.map(
              (part, index) =>
                html`<div>
                  <dt>${key(index % colours)}${words.part(part)}</dt>
                  <dd>${pointsText(part.points)}<span> / ${pointsText(part.weight)}</span></dd>
                </div>`,
            )}
          </dl>`
    }`;
}
