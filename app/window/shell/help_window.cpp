#include "app/window/shell/help_window.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>
#include <vector>

#include "app/window/kit/icons.h"
#include "app/window/shell/command_list.h"

namespace kinglet::window {

HelpWindow::HelpWindow(const Commands& commands, QWidget* parent) : QDialog(parent) {
  setWindowTitle(tr("Kinglet help"));
  resize(720, 640);
  auto* text = new QTextBrowser;
  text->setFrameShape(QFrame::NoFrame);
  text->setOpenExternalLinks(true);
  text->document()->setDocumentMargin(20);
  text->setHtml(ideas() + shortcuts(commands));
  auto* guide = new QPushButton(icon(QStringLiteral("info")), tr("Guide through the window"));
  auto* shut = new QPushButton(tr("Close"));
  shut->setDefault(true);
  auto* buttons = new QHBoxLayout;
  buttons->setContentsMargins(12, 8, 12, 12);
  buttons->addWidget(guide);
  buttons->addStretch(1);
  buttons->addWidget(shut);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(text, 1);
  layout->addLayout(buttons);
  connect(shut, &QPushButton::clicked, this, &QWidget::close);
  connect(guide, &QPushButton::clicked, this, [this] {
    Q_EMIT guideRequested();
    close();
  });
}

QString HelpWindow::ideas() {
  const std::vector<std::pair<QString, QString>> entries{
      {tr("What Kinglet does"), tr("It tries out many small neural networks for your sounds and keeps those "
                                   "that no other beats in accuracy, energy "
                                   "and memory at the same time. You choose one of them and take it away.")},
      {tr("The front"), tr("A network is on the front when no other is better in one respect without being "
                           "worse in another: to gain "
                           "accuracy from it, you must spend energy or memory. Everything off the front can "
                           "be had cheaper or better.")},
      {tr("MAC"), tr("A multiply-accumulate: one multiplication and one addition, which is nearly all that a "
                     "network does. MACs are "
                     "counted, not measured; two networks of equal MACs may differ in energy, because layers "
                     "differ in how well a "
                     "processor runs them.")},
      {tr("Energy"), tr("What one inference takes in joules, front end included. A full disc marks a "
                        "measured figure, a half disc one "
                        "predicted from measurements, a ring one modelled from a device profile. Point at "
                        "the mark to see the source.")},
      {tr("Mean power"),
       tr("What a device draws on average while it listens all day: front end, inferences, "
          "wake-ups, waiting, microphone and memory. Where a network is small, waiting "
          "decides, and a slower clock draws less. It is what a battery feels; a search can "
          "be limited by it, or make it small.")},
      {tr("Flash and RAM"), tr("Flash holds the weights, as int8. RAM holds the largest set of intermediate "
                               "results that live at the same time.")},
      {tr("Early stopping"), tr("Energy and memory of a candidate are known before it trains; only its "
                                "accuracy is not. Pareto stopping ends a "
                                "training as soon as its accuracy can hardly become good enough for the "
                                "front at its energy and memory.")},
      {tr("Audit of early stopping"),
       tr("Below the plot, a study is replayed under every rule with the confidence that you choose: what "
          "share "
          "of the epochs it would have saved, what share of the hypervolume it would have lost, and on the "
          "learning curves where it would have stopped each candidate.")},
      {tr("Hypervolume"),
       tr("How much of all that could be wished for the front has reached already: 0 % is no front at all, "
          "and "
          "each candidate that comes to lie on it adds its part. One number for the whole search.")},
      {tr("Final training"), tr("A search trains briefly, to compare. The network that you choose can be "
                                "trained for good: for longer, "
                                "judged by every fold in turn, and at last on all sounds.")},
      {tr("Folds"), tr("The sounds are dealt into folds. Most are trained on, one judges the candidates "
                       "(validation), and one stays closed "
                       "until you open it for a network that you have chosen (test). Only that figure is "
                       "honest about new sounds.")},
      {tr("Sounds"),
       tr("What the chosen network takes each clip for. Below the picture of a clip, its answer along the "
          "clip; Why shows which places moved it, As trained the clip as training varies it. A cell of "
          "Confusions opens its clips side by side. Of clips that it learnt from, an answer proves "
          "little; those of the closed test fold are not asked about.")},
      {tr("The plot"), tr("Filled points are trained, hollow ones are training, small grey ones were stopped "
                          "early, diamonds are known "
                          "networks to compare with. The line is the front. Point to read, click to choose, "
                          "Ctrl-click to compare, "
                          "double-click for more room. Limits are lines that can be dragged.")}};
  QString html;
  for (const auto& [title, words] : entries)
    html += QStringLiteral("<h3>%1</h3><p>%2</p>").arg(title.toHtmlEscaped(), words.toHtmlEscaped());
  return html;
}

QString HelpWindow::shortcuts(const Commands& commands) {
  QString html = QStringLiteral("<h3>%1</h3><table cellspacing=\"0\" cellpadding=\"3\">")
                     .arg(tr("Shortcuts").toHtmlEscaped());
  const auto row = [&html](const QString& keys, const QString& words) {
    html += QStringLiteral("<tr><td><b>%1</b>&nbsp;&nbsp;</td><td>%2</td></tr>")
                .arg(keys.toHtmlEscaped(), words.toHtmlEscaped());
  };
  row(tr("Arrows"), tr("In the plot: walk along the front"));
  for (const auto& entry : commands.all()) {
    if (entry.action->shortcut().isEmpty()) continue;
    row(entry.action->shortcut().toString(QKeySequence::NativeText), entry.action->whatsThis());
  }
  return html + QStringLiteral("</table>");
}

}  // namespace kinglet::window
