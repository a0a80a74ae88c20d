/** A QR code as SVG: attributes only, no inline style; dark on light in every mode, because scanners want it so. */
import { svg, html } from 'lit';
import type { TemplateResult } from 'lit';
import { encode } from 'uqr';

const quiet = 2;

export function qrCode(content: string, label: string): TemplateResult {
  const { data, size } = encode(content, { ecc: 'M', border: 0 });
  const squares: string[] = [];
  data.forEach((row, y) => {
    row.forEach((dark, x) => {
      if (dark) squares.push(`M${x} ${y}h1v1h-1z`);
    });
  });
  const whole = size + 2 * quiet;
  return html`<svg
    viewBox="${-quiet} ${-quiet} ${whole} ${whole}"
    role="img"
    aria-label=${label}
    shape-rendering="crispEdges"
  >
    ${svg`<rect x=${-quiet} y=${-quiet} width=${whole} height=${whole} fill="#fff"></rect><path d=${squares.join('')} fill="#111"></path>`}
  </svg>`;
}
