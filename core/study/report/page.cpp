#include "study/report/page.h"

#include "base/words.h"

namespace kinglet::study {
namespace {

constexpr const char* kStyle = R"(
:root { color-scheme: light dark; --paper: #fff; --ink: #1b1f24; --soft: #5a636e; --line: #d9dee3; --faint: #eef1f4;
  --front: #0072b2; --other: #8b95a1; --stopped: #b4bcc5; --baseline: #c24e00; }
@media (prefers-color-scheme: dark) { :root { --paper: #14171a; --ink: #e8eaed; --soft: #a3acb7; --line: #333a42;
  --faint: #22272d; --front: #56b4e9; --other: #7c8794; --stopped: #59626c; --baseline: #e69f00; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 40px 24px 64px; max-width: 840px; background: var(--paper); color: var(--ink);
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", "DejaVu Sans", sans-serif; }
h1 { font-size: 1.73em; line-height: 1.2; margin: 0 0 4px; }
h2 { font-size: 1.2em; margin: 40px 0 8px; }
p { margin: 8px 0; } .lead, figcaption, .note { color: var(--soft); font-size: 0.9em; }
.facts { display: flex; flex-wrap: wrap; gap: 8px 32px; margin: 24px 0 0; padding: 0; list-style: none; }
.facts b { display: block; font-size: 1.2em; font-variant-numeric: tabular-nums; }
.facts li { color: var(--soft); font-size: 0.9em; } .facts b { color: var(--ink); }
figure { margin: 16px 0 0; } svg { width: 100%; height: auto; display: block; }
figcaption { margin-top: 4px; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 0.88em; font-variant-numeric: tabular-nums; }
th, td { padding: 5px 10px; text-align: right; white-space: nowrap; border-bottom: 1px solid var(--faint); }
th { font-weight: 600; border-bottom: 1px solid var(--line); color: var(--soft); }
th:first-child, td:first-child { text-align: left; padding-left: 0; } td.text, th.text { text-align: left; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 24px; margin: 8px 0; font-size: 0.9em; }
dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
svg text { fill: var(--soft); font: 12px system-ui, sans-serif; } svg .title { fill: var(--ink); font-size: 13px; }
svg .label, svg .legend text { fill: var(--ink); }
svg .axes path { fill: none; stroke: var(--soft); } svg .major { stroke: var(--line); }
svg .minor { stroke: var(--faint); }
.front { fill: var(--front); stroke: var(--paper); } .other { fill: var(--other); fill-opacity: 0.55; }
.stopped { fill: var(--stopped); } .frontline { fill: none; stroke: var(--front); stroke-width: 1.6; }
.baseline { fill: none; stroke: var(--baseline); stroke-width: 2; }
.curve { fill: none; stroke: var(--stopped); stroke-opacity: 0.7; } .frontcurve { stroke: var(--front); stroke-opacity: 1; }
.baselinecurve { stroke: var(--baseline); stroke-opacity: 1; stroke-dasharray: 5 3; } .cut { fill: var(--soft); }
)";

}  // namespace

std::string openPage(const std::string& title, const char* moreStyle) {
  return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" +
         base::markupText(title) + "</title>\n<style>" + kStyle + moreStyle + "</style>\n</head>\n<body>\n";
}

std::string closePage() {
  return "</body>\n</html>\n";
}

std::string pageCell(const std::string& text, bool left) {
  return (left ? "<td class=\"text\">" : "<td>") + base::markupText(text) + "</td>";
}

}  // namespace kinglet::study
