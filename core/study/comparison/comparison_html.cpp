#include "study/comparison/comparison_html.h"

#include <algorithm>
#include <cmath>

#include "base/error.h"
#include "base/format.h"
#include "base/words.h"
#include "study/comparison/comparison_words.h"
#include "study/report/page.h"

namespace kinglet::study {
namespace {

// Okabe and Ito's blue and vermilion; each figure that they colour has a sign.
constexpr const char* kStyle = R"(
body { max-width: 1080px; }
td.sign, th.sign { text-align: center; padding: 5px 4px; font-family: "DejaVu Sans Mono", monospace; }
td small { color: var(--soft); font-weight: 400; } tr.total td { font-weight: 600; border-bottom: 1px solid var(--line); }
tr.gone td.text { color: var(--soft); } tr.quiet td.text, tr.quiet td.edit { color: var(--soft); }
.layers td.text { white-space: normal; min-width: 140px; } .layers td { padding: 5px 6px; } .layers small { color: inherit; }
td.edit { white-space: normal; text-align: left; min-width: 150px; }
.matrix td { text-align: center; min-width: 32px; padding: 4px 6px; } .matrix th { padding: 4px 6px; }
.c0 { --mark: #0072b2; } .c1 { --mark: #d55e00; } .c2 { --mark: #009e73; } .c3 { --mark: #aa5f93; }
@media (prefers-color-scheme: dark) { .c0 { --mark: #56b4e9; } .c1 { --mark: #e08a4a; } .c2 { --mark: #2fbf95; }
  .c3 { --mark: #cc79a7; } }
.mark { fill: var(--mark); stroke: var(--paper); } path.line { fill: none; stroke: var(--mark); stroke-width: 1.8; }
)";

std::string heading(const std::string& text) {
  return "<h2>" + base::markupText(text) + "</h2>\n";
}

std::string figuresTable(const std::vector<Compared>& compared) {
  std::string html = "<div class=\"wide\"><table>\n<thead><tr><th>figure</th>";
  for (const Compared& one : compared) html += "<th>" + base::markupText(one.name) + "</th>";
  html += "</tr></thead>\n<tbody>\n";
  for (int f = 0; f < kFigures; ++f) {
    const auto figure = static_cast<Figure>(f);
    html += "<tr>" + pageCell(toText(figure));
    const double was = figureOf(compared.front(), figure);
    for (const Compared& one : compared) {
      const double is = figureOf(one, figure);
      html += "<td>" + base::markupText(textOf(figure, is));
      if (&one != &compared.front() && std::isfinite(is - was)) {
        const std::string verdict = verdictOf(figure, was, is);
        html += "<br><small>" + base::markupText(differenceText(figure, was, is)) +
                (verdict.empty()       ? ""
                 : verdict == "better" ? " ✓"
                                       : " ✗") +
                "</small>";
      }
      html += "</td>";
    }
    html += "</tr>\n";
  }
  html += "<tr>" + pageCell("front end");
  for (const Compared& one : compared) html += pageCell(wordsOf(one.input));
  return html + "</tr>\n</tbody></table></div>\n";
}

// Each source once, with the names of those whose energy it tells.
std::string sourcesOf(const std::vector<Compared>& compared) {
  std::vector<std::pair<std::string, std::string>> sources;
  for (const Compared& one : compared) {
    const std::string provenance = energy::toText(one.energy.provenance);
    std::string source = one.energy.source;
    if (!source.starts_with(provenance)) source = provenance + ": " + source;
    if (!one.energy.runtime.empty()) source += "; runtime: " + one.energy.runtime;
    const auto found = std::find_if(sources.begin(), sources.end(),
                                    [&](const auto& known) { return known.first == source; });
    if (found == sources.end())
      sources.emplace_back(source, one.name);
    else
      found->second += ", " + one.name;
  }
  std::string html;
  for (const auto& [source, names] : sources)
    html +=
        "<p class=\"note\">" +
        base::markupText("Energy" + (sources.size() > 1 ? " of " + names : std::string()) + ": " + source) +
        "</p>\n";
  const base::Message doubt = energyDoubt(compared);
  if (!doubt.empty())
    html += "<p><b>" + base::markupText("Mind that " + doubt.english() + ".") + "</b></p>\n";
  return html;
}

}  // namespace

std::string shadeOf(double share) {
  if (!std::isfinite(share) || share == 0) return {};
  const double strength = 0.08 + 0.42 * std::min(1.0, std::abs(share));
  return std::string(" style=\"background: rgba(") + (share > 0 ? "213, 94, 0, " : "0, 114, 178, ") +
         base::fixed(strength, 2) + ")\"";
}

std::string confusionTable(const Compared& first, const Compared& second,
                           const std::vector<std::string>& classes) {
  const auto difference = confusionDifference(first, second);
  if (difference.empty()) return {};
  const auto nameOf = [&](std::size_t i) {
    return base::markupText(i < classes.size() ? classes[i] : std::to_string(i));
  };
  int largest = 1;
  for (const auto& row : difference)
    for (const int count : row) largest = std::max(largest, std::abs(count));
  std::string html = "<div class=\"wide\"><table class=\"matrix\">\n<thead><tr><th>true class</th>";
  for (std::size_t i = 0; i < difference.size(); ++i) html += "<th>" + nameOf(i) + "</th>";
  html += "</tr></thead>\n<tbody>\n";
  for (std::size_t row = 0; row < difference.size(); ++row) {
    html += "<tr><td>" + nameOf(row) + "</td>";
    for (std::size_t column = 0; column < difference.size(); ++column) {
      const int count = difference[row][column];
      // More clips on the diagonal are better, anywhere else worse.
      const double worse = (row == column ? -1.0 : 1.0) * count / largest;
      const std::string text = count == 0 ? "·" : (count > 0 ? "+" : "−") + std::to_string(std::abs(count));
      html += "<td" + shadeOf(worse) + ">" + text + "</td>";
    }
    html += "</tr>\n";
  }
  return html + "</tbody></table></div>\n";
}

std::string comparisonHtml(const std::vector<Compared>& compared, const std::vector<std::string>& classes) {
  if (compared.size() < kFewestCompared || compared.size() > kMostCompared)
    throw base::Error("two to four networks can be compared, not %1", compared.size());
  std::string title;
  for (const Compared& one : compared)
    title += (title.empty() ? "" : &one == &compared.back() ? " and " : ", ") + one.name;
  std::string html = openPage("Kinglet: " + title, kStyle);
  html += "<h1>" + base::markupText(title) + "</h1>\n<p class=\"lead\">Differences are told from " +
          base::markupText(compared.front().name) + ": ✓ is better, ✗ worse.</p>\n";
  html += heading("Figures") + figuresTable(compared) + sourcesOf(compared);
  for (std::size_t i = 1; i < compared.size(); ++i) {
    const GraphDiff diff = graphDiffOf(compared.front(), compared[i]);
    html += heading("Layers: " + compared.front().name + " → " + compared[i].name);
    html += "<p>" + base::markupText(summaryOf(diff)) + ".</p>\n" + graphDiffTable(diff);
  }
  html +=
      "<p class=\"note\">≠ edited, + added, − removed, ← moved from here, → moved here, ~ its shape alone "
      "follows from "
      "layers before. Cells are shaded by the size of a difference: orange more, blue less; "
      "below it is what the second network takes. RAM is what is "
      "alive while "
      "a layer runs; its total is the peak, and no sum.</p>\n";
  if (const std::string curves = comparedCurves(compared); !curves.empty())
    html += heading("Learning curves") + "<figure>\n" + curves + "</figure>\n";
  if (const std::string dots = comparedClasses(compared, classes); !dots.empty())
    html += heading("Accuracy of each class") + dots;
  for (std::size_t i = 1; i < compared.size(); ++i) {
    const std::string matrix = confusionTable(compared.front(), compared[i], classes);
    if (matrix.empty()) continue;
    html +=
        heading("What was taken for what: " + compared.front().name + " → " + compared[i].name) + matrix +
        "<p class=\"note\">Clips more (+) or fewer (−) than the first; a column is what they were taken for. "
        "Blue is better: more on the diagonal, fewer beside it.</p>\n";
  }
  return html + closePage();
}

}  // namespace kinglet::study
