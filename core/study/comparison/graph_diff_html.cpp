#include "base/words.h"
#include "study/comparison/comparison_html.h"
#include "study/comparison/comparison_words.h"
#include "study/report/page.h"

namespace kinglet::study {
namespace {

using network::LayerChange;

std::string amountCells(const GraphDiff& diff, const GraphDiffRow& row) {
  std::string html;
  for (int a = 0; a < kAmounts; ++a) {
    const auto amount = static_cast<Amount>(a);
    const double difference = row.difference(amount), largest = diff.largest(amount);
    const bool away = row.change == LayerChange::movedAway;
    const std::string now = row.is && !away ? textOf(amount, amountOf(*row.is, amount)) : std::string();
    html += "<td" + (largest > 0 ? shadeOf(difference / largest) : std::string()) + ">" +
            base::markupText(away || difference == 0 ? "" : differenceText(amount, difference)) +
            "<br><small>" + base::markupText(now) + "</small></td>";
  }
  if (diff.knowsInt8()) html += pageCell(int8Words(diff, row));
  return html;
}

std::string layerCell(const network::NetworkSpec& network, int layer) {
  if (layer < 0) return "<td class=\"text\"></td>";
  const network::Layer& it = network.layers()[static_cast<std::size_t>(layer)];
  return "<td class=\"text\">" + base::markupText(wordsOf(it)) + "<br><small>" + base::markupText(it.name) +
         "</small></td>";
}

std::string frontEndRow(const GraphDiff& diff, const GraphDiffRow& row) {
  std::string html = diff.frontEndDiffers ? "<tr>" : "<tr class=\"quiet\">";
  html += std::string("<td class=\"sign\">") + network::signOf(row.change) + "</td>" +
          "<td class=\"text\">front end<br><small>" + base::markupText(wordsOf(diff.first.input)) +
          "</small></td><td class=\"text\">front end<br><small>" +
          base::markupText(wordsOf(diff.second.input)) + "</small></td><td class=\"edit\">" +
          (diff.frontEndDiffers ? "edited" : "same") + "</td>";
  return html + amountCells(diff, row) + "</tr>\n";
}

std::string layerRow(const GraphDiff& diff, const GraphDiffRow& row) {
  const bool quiet = row.change == LayerChange::same || row.change == LayerChange::follows;
  const bool gone = row.change == LayerChange::removed || row.change == LayerChange::movedAway;
  std::string html = quiet ? "<tr class=\"quiet\">" : gone ? "<tr class=\"gone\">" : "<tr>";
  html += std::string("<td class=\"sign\">") + network::signOf(row.change) + "</td>";
  const bool here = row.change != LayerChange::movedHere, there = row.change != LayerChange::movedAway;
  html += layerCell(diff.first.network, here ? row.before : -1) +
          layerCell(diff.second.network, there ? row.after : -1);
  html += "<td class=\"edit\">" +
          base::markupText(row.edits.empty() ? network::toText(row.change) : wordsOf(row.edits)) + "</td>";
  return html + amountCells(diff, row) + "</tr>\n";
}

}  // namespace

// The difference above, what the second network takes below it. The total on top, then the front end and the layers from the input to the output.
std::string graphDiffTable(const GraphDiff& diff) {
  std::string html =
      "<div class=\"wide\"><table class=\"layers\">\n<thead><tr><th class=\"sign\"></th><th class=\"text\">" +
      base::markupText(diff.first.name) + "</th><th class=\"text\">" + base::markupText(diff.second.name) +
      "</th><th class=\"text\">change</th>";
  for (int a = 0; a < kAmounts; ++a) html += std::string("<th>") + toText(static_cast<Amount>(a)) + "</th>";
  if (diff.knowsInt8()) html += "<th>int8 adds</th>";
  html +=
      "</tr></thead>\n<tbody>\n<tr class=\"total\"><td class=\"sign\">Σ</td><td class=\"text\" colspan=\"3\">"
      "total, front end included</td>";
  for (int a = 0; a < kAmounts; ++a) {
    const auto amount = static_cast<Amount>(a);
    html += "<td>" + base::markupText(differenceText(amount, diff.difference(amount))) + "<br><small>" +
            base::markupText(textOf(amount, amountOf(diff.is, amount))) + "</small></td>";
  }
  if (diff.knowsInt8()) html += pageCell("");
  html += "</tr>\n";
  for (const GraphDiffRow& row : diff.rows)
    html += row.isFrontEnd() ? frontEndRow(diff, row) : layerRow(diff, row);
  html += "</tbody></table></div>\n";
  if (diff.knowsInt8())
    html +=
        "<p class=\"note\">int8 adds: what the layer alone differs by when it computes in integers, as a "
        "share of "
        "its map's size (root mean square, on windows of validation clips).</p>\n";
  if (!diff.energyByLayer)
    html += "<p class=\"note\">The energy model tells no energy of layers for both: theirs is a dash.</p>\n";
  return html;
}

}  // namespace kinglet::study
