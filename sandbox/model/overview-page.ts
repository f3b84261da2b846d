import type { ModelState } from "./model-state.ts";

/** What a person sees at `/`: that nothing here is a real model, and what was asked of it. */
export function overviewPage(state: ModelState): string {
  const { totals } = state;
  const rows = state.calls
    .slice(-20)
    .reverse()
    .map(
      (call) =>
        `<tr><td>${new Date(call.at).toISOString().slice(11, 19)}</td><td>${escapeHtml(call.model)}</td><td>${escapeHtml(call.product)}</td>` +
        `<td>${escapeHtml(call.keys.join(", "))}</td><td>${escapeHtml([call.outcome, ...call.flaws].join(", "))}</td><td>${call.promptTokens + call.completionTokens}</td></tr>`,
    )
    .join("");
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Sandbox model</title><style>
body{font:14px/1.5 system-ui,sans-serif;color:#303030;background:#f1f1f1;margin:0;padding:32px}
main{max-width:960px;margin:auto;background:#fff;border-radius:12px;padding:24px 28px;box-shadow:0 1px 2px rgba(0,0,0,.1)}
h1{font-size:20px;margin:0 0 8px}p{margin:0 0 16px;color:#616161}dl{display:flex;gap:32px;margin:0 0 20px}
dt{color:#616161;font-size:12px}dd{margin:0;font-size:22px;font-weight:600}table{width:100%;border-collapse:collapse}
th,td{text-align:left;padding:6px 8px;border-top:1px solid #ebebeb;font-size:13px}th{color:#616161;font-weight:500}
</style></head><body><main><h1>Sandbox model</h1>
<p>No language model runs here. Every text is written by rules from the product's own facts, so that the app can be tried without any account. Nothing leaves this machine.</p>
<dl><div><dt>Calls</dt><dd>${totals.calls}</dd></div><div><dt>Answered and paid for</dt><dd>${totals.paid}</dd></div>
<div><dt>Prompt tokens</dt><dd>${totals.promptTokens}</dd></div><div><dt>Completion tokens</dt><dd>${totals.completionTokens}</dd></div></dl>
<table><thead><tr><th>Time (UTC)</th><th>Model</th><th>Product</th><th>Asked for</th><th>Outcome</th><th>Tokens</th></tr></thead>
<tbody>${rows === "" ? '<tr><td colspan="6">No call yet.</td></tr>' : rows}</tbody></table></main></body></html>`;
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
