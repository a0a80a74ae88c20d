/**
 * The bundler keeps the few bytes that make a chunk's namespace in a file of their own, which would be one more request of every
 * page. Here they go into the chunks that need nothing else of that file: the import becomes blanks of the same length, and the code
 * stands on the empty first line, so that source maps stay true.
 */
import type { Plugin } from 'vite';

const runtimeFile = /(^|\/)rolldown-runtime-[\w-]+\.js$/;
const onlyImport = /^(\r?\n)import\{(\w+) as (\w+)\}from"[^"]*rolldown-runtime-[\w-]+\.js";/;
/** The bundler's function by its form: from getters to a namespace object. */
const namespaceMaker =
  /\b(\w+)=(\(\w+,\w+\)=>\{let \w+=\{\};for\(var \w+ in \w+\)[^;]+;return [^;]+`Module`\}\),\w+\})/;

export function inlineRuntime(): Plugin {
  return {
    name: 'zhaoshang-inline-runtime',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const file = Object.keys(bundle).find((name) => runtimeFile.test(name));
      const runtime = file === undefined ? undefined : bundle[file];
      if (file === undefined || runtime?.type !== 'chunk') return;
      const [, local = '', made = ''] = namespaceMaker.exec(runtime.code) ?? [];
      const definer = /\b(\w+)=Object\.defineProperty\b/.exec(runtime.code)?.[1];
      const exported = new RegExp(`\\b${local} as (\\w+)`).exec(runtime.code)?.[1] ?? local;
      if (local === '' || definer === undefined)
        return this.error(`The bundler's run time has another form: ${runtime.code}`);
      let stillNeeded = false;
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk' || !chunk.imports.includes(file)) continue;
        const [whole, line = '', name, as] = onlyImport.exec(chunk.code) ?? [];
        if (whole === undefined || name !== exported) {
          stillNeeded = true;
          continue;
        }
        const code = `var ${as}=(${definer}=>${made})(Object.defineProperty);`;
        chunk.code = code + line + ' '.repeat(whole.length - line.length) + chunk.code.slice(whole.length);
        chunk.imports = chunk.imports.filter((other) => other !== file);
      }
      if (stillNeeded) return;
      delete bundle[file];
      delete bundle[`${file}.map`];
    },
  };
}
