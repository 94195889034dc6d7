// Pictures of the page: curves over each other, accuracy of each class. A candidate has a colour, a dash and a shape.
#include <algorithm>
#include <array>
#include <cmath>

#include "base/format.h"
#include "base/words.h"
#include "study/comparison/comparison_html.h"
#include "study/comparison/comparison_words.h"
#include "study/report/page.h"
#include "study/report/report_svg.h"

namespace kinglet::study {
namespace {

constexpr std::array<const char*, kMostCompared> kDashes{"", "7 3", "2 3", "9 3 2 3"};

std::string px(double value) {
  return base::fixed(value, 1);
}

std::string classOf(std::size_t index) {
  return "c" + std::to_string(index);
}

// A disc, a square, a triangle, a diamond: each candidate its own.
std::string markAt(std::size_t index, double x, double y, const std::string& title) {
  const std::string told = "<title>" + base::markupText(title) + "</title>";
  const std::string kind = "class=\"mark " + classOf(index) + "\" ";
  if (index == 0)
    return "<circle " + kind + "cx=\"" + px(x) + "\" cy=\"" + px(y) + "\" r=\"5\">" + told + "</circle>\n";
  const double r = 5;
  const std::string path =
      index == 1
          ? "M" + px(x - r) + " " + px(y - r) + "H" + px(x + r) + "V" + px(y + r) + "H" + px(x - r) + "Z"
      : index == 2 ? "M" + px(x) + " " + px(y - r) + "L" + px(x + r) + " " + px(y + r) + "H" + px(x - r) + "Z"
                   : "M" + px(x) + " " + px(y - r - 1) + "L" + px(x + r + 1) + " " + px(y) + "L" + px(x) +
                         " " + px(y + r + 1) + "L" + px(x - r - 1) + " " + px(y) + "Z";
  return "<path " + kind + "d=\"" + path + "\">" + told + "</path>\n";
}

std::string legendOf(const std::vector<Compared>& compared, double x, double y) {
  std::string svg = "<g class=\"legend\">\n";
  for (std::size_t i = 0; i < compared.size(); ++i, y += 18)
    svg += markAt(i, x, y, compared[i].name) + "<text x=\"" + px(x + 12) + "\" y=\"" + px(y + 4) + "\">" +
           base::markupText(compared[i].name) + "</text>\n";
  return svg + "</g>\n";
}

}  // namespace

std::string comparedCurves(const std::vector<Compared>& compared) {
  std::vector<double> errors;
  std::size_t epochs = 1;
  for (const Compared& one : compared) {
    epochs = std::max(epochs, one.curve.size());
    for (const auto& epoch : one.curve) errors.push_back(100 * (1 - epoch.validation.accuracy));
  }
  if (errors.empty()) return {};
  Frame frame;
  frame.height = 320;
  const Axis x{0.5, double(epochs) + 0.5, frame.plotLeft(), frame.plotRight(), false, true};
  const Axis y = axisOver(errors, false, frame.plotBottom(), frame.plotTop());
  std::string svg =
      openFigure(frame, x, y, "epoch", "validation error / %", "Learning curves of the compared candidates");
  for (std::size_t i = 0; i < compared.size(); ++i) {
    std::string path;
    for (const auto& epoch : compared[i].curve)
      path += (path.empty() ? "M" : "L") + px(x(epoch.epoch)) + " " +
              px(y(100 * (1 - epoch.validation.accuracy)));
    if (path.empty()) continue;
    svg += "<path class=\"line " + classOf(i) + "\" stroke-dasharray=\"" + kDashes[i] + "\" d=\"" + path +
           "\"><title>" + base::markupText(compared[i].name) + "</title></path>\n";
    const auto& last = compared[i].curve.back();
    svg += markAt(i, x(last.epoch), y(100 * (1 - last.validation.accuracy)), compared[i].name);
  }
  return svg + legendOf(compared, frame.plotRight() - 180, frame.plotTop() + 14) + "</svg>\n";
}

std::string comparedClasses(const std::vector<Compared>& compared, const std::vector<std::string>& classes) {
  const bool any = std::any_of(compared.begin(), compared.end(), [](const Compared& one) {
    return one.validation() && !one.validation()->recall.empty();
  });
  if (!any) return {};
  std::string html = "<div class=\"wide\"><table>\n<thead><tr><th>class</th>";
  for (const Compared& one : compared) html += "<th>" + base::markupText(one.name) + "</th>";
  html += "<th class=\"text\">0 to 100 %</th></tr></thead>\n<tbody>\n";
  constexpr double kWidth = 260, kHeight = 20;
  for (std::size_t c = 0; c < classes.size(); ++c) {
    html += "<tr>" + pageCell(classes[c]);
    std::string marks;
    for (std::size_t i = 0; i < compared.size(); ++i) {
      const double recall = recallOf(compared[i], c), first = recallOf(compared.front(), c);
      html += "<td>" + base::markupText(textOf(Figure::accuracy, recall));
      if (i > 0 && std::isfinite(recall - first) && recall != first)
        html +=
            "<br><small>" + base::markupText(differenceText(Figure::accuracy, first, recall)) + "</small>";
      html += "</td>";
      // A little below each other, so that equal ones are all seen.
      if (std::isfinite(recall))
        marks += markAt(i, 8 + recall * (kWidth - 16),
                        kHeight / 2 + 2.5 * (double(i) - double(compared.size() - 1) / 2),
                        compared[i].name + ": " + textOf(Figure::accuracy, recall));
    }
    html +=
        "<td class=\"text\"><svg viewBox=\"0 0 260 20\" style=\"width: 260px\" role=\"img\"><g "
        "class=\"axes\">"
        "<path d=\"M8 10H252\"/></g>" +
        marks + "</svg></td></tr>\n";
  }
  return html + "</tbody></table></div>\n";
}

}  // namespace kinglet::study
