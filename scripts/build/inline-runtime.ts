/**
 * The bundler keeps its 200 bytes of run time in a file of their own, which would be one more request of every page. Here they go
 * into the chunks that use them: the import becomes blanks of the same length, and the code stands on the empty first line, so
 * that source maps stay true.
 */
import type { Plugin } from 'vite';

const runtimeFile = /(^|\/)rolldown-runtime-[\w-]+\.js$/;
const runtimeImport = /^(\r?\n)import\{t as (\w+)\}from"[^"]*rolldown-runtime-[\w-]+\.js";/;
const runtimeCode = /^\s*var e=Object\.defineProperty,t=([\s\S]+);export\{t\};\s*$/;

export function inlineRuntime(): Plugin {
  return {
    name: 'zhaoshang-inline-runtime',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const file = Object.keys(bundle).find((name) => runtimeFile.test(name));
      const runtime = file === undefined ? undefined : bundle[file];
      if (file === undefined || runtime?.type !== 'chunk') return;
      const made = runtimeCode.exec(runtime.code)?.[1];
      if (made === undefined) return this.error(`The bundler's run time has another form: ${runtime.code}`);
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk' || !chunk.imports.includes(file)) continue;
        const found = runtimeImport.exec(chunk.code);
        if (found === null) return this.error(`${chunk.fileName} imports the bundler's run time in another form.`);
        const [whole, line = '', name = ''] = found;
        const code = `var ${name}=(e=>${made})(Object.defineProperty);`;
        chunk.code = code + line + ' '.repeat(whole.length - line.length) + chunk.code.slice(whole.length);
        chunk.imports = chunk.imports.filter((other) => other !== file);
      }
      delete bundle[file];
      delete bundle[`${file}.map`];
    },
  };
}
