// Every text of the window is there in German: lupdate reads the sources anew, and nothing may be missing.
#include <QFile>
#include <QLibraryInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QXmlStreamReader>
#include <algorithm>

#include "app/window/kit/notice.h"
#include "app/window/shell/language.h"
#include "app/window/shell/welcome_page.h"
#include "energy/device/device_profile.h"
#include "energy/energy_model.h"
#include "energy/predictor/explain.h"
#include "energy/work.h"
#include "network/baselines.h"
#include "network/cost.h"
#include "network/layer_traits.h"
#include "paths.h"
#include "study/limits.h"
#include "train/stopping.h"
#include "widgets/text/layer_text.h"
#include "widgets/text/message_text.h"
#include "window_fixture.h"

namespace kinglet::window {
namespace {

struct Message {
  QString context, source, comment;
  QStringList translations;
  bool numerus = false, finished = true;
  QString name() const { return context + QStringLiteral(" | ") + source; }
};

std::vector<Message> read(const QString& path) {
  QFile file(path);
  EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << path.toStdString();
  QXmlStreamReader xml(&file);
  std::vector<Message> messages;
  QString context;
  while (!xml.atEnd()) {
    xml.readNext();
    if (!xml.isStartElement()) continue;
    if (xml.name() == QLatin1String("name")) {
      context = xml.readElementText();
    } else if (xml.name() == QLatin1String("message")) {
      messages.emplace_back();
      messages.back().context = context;
      messages.back().numerus = xml.attributes().value(QLatin1String("numerus")) == QLatin1String("yes");
    } else if (xml.name() == QLatin1String("source")) {
      messages.back().source = xml.readElementText();
    } else if (xml.name() == QLatin1String("comment")) {
      messages.back().comment = xml.readElementText();
    } else if (xml.name() == QLatin1String("translation")) {
      messages.back().finished = !xml.attributes().hasAttribute(QLatin1String("type"));
      if (!messages.back().numerus) messages.back().translations << xml.readElementText();
    } else if (xml.name() == QLatin1String("numerusform")) {
      messages.back().translations << xml.readElementText();
    }
  }
  EXPECT_FALSE(xml.hasError()) << xml.errorString().toStdString();
  return messages;
}

QStringList places(const QString& text) {
  static const QRegularExpression place(QStringLiteral("%(?:\\d|n|L\\d)"));
  QStringList found;
  for (auto match = place.globalMatch(text); match.hasNext();) found << match.next().captured();
  found.sort();
  return found;
}

class Translations : public kinglet::testing::WindowTest {
 protected:
  const QString german_ = QStringLiteral(KINGLET_SOURCE_DIR "/translations/kinglet_de.ts");

  // The file as ./dev translate would leave it.
  QString updated() {
    const QString tool = QStandardPaths::findExecutable(
        QStringLiteral("lupdate"),
        {QLibraryInfo::path(QLibraryInfo::BinariesPath),
         QLibraryInfo::path(QLibraryInfo::LibraryExecutablesPath), QStringLiteral("/usr/lib/qt6/bin")});
    if (tool.isEmpty()) return {};
    const QString copy = file(QStringLiteral("kinglet_de.ts")), engine = file(QStringLiteral("engine.cpp"));
    QProcess texts;
    texts.setWorkingDirectory(QStringLiteral(KINGLET_SOURCE_DIR));
    texts.start(QStringLiteral(KINGLET_SOURCE_DIR "/translations/engine_texts"), {engine});
    EXPECT_TRUE(texts.waitForFinished(60000));
    EXPECT_EQ(texts.exitCode(), 0) << texts.readAllStandardError().toStdString();
    EXPECT_TRUE(QFile::copy(german_, copy));
    QProcess lupdate;
    lupdate.setWorkingDirectory(QStringLiteral(KINGLET_SOURCE_DIR));
    lupdate.start(tool,
                  {QStringLiteral("-silent"), QStringLiteral("-no-obsolete"), QStringLiteral("-locations"),
                   QStringLiteral("none"), QStringLiteral("-I"), QStringLiteral("."),
                   QStringLiteral("-source-language"), QStringLiteral("en_GB"),
                   QStringLiteral("-target-language"), QStringLiteral("de_DE"), QStringLiteral("app/window"),
                   QStringLiteral("widgets"), engine, QStringLiteral("-ts"), copy});
    EXPECT_TRUE(lupdate.waitForFinished(60000));
    EXPECT_EQ(lupdate.exitCode(), 0) << lupdate.readAllStandardError().toStdString();
    return copy;
  }
};

TEST_F(Translations, GermanIsComplete) {
  const QString path = updated();
  if (path.isEmpty()) GTEST_SKIP() << "lupdate (qt6-l10n-tools) is not installed";
  const auto messages = read(path);
  EXPECT_GT(messages.size(), 700u);
  QStringList missing;
  for (const auto& message : messages) {
    bool complete = message.finished && message.translations.size() == (message.numerus ? 2 : 1);
    for (const auto& text : message.translations) complete = complete && !text.isEmpty();
    if (!complete) missing << message.name();
  }
  EXPECT_TRUE(missing.isEmpty()) << missing.size() << " texts are not in German; run ./dev translate:\n"
                                 << missing.join(u'\n').toStdString();
}

TEST_F(Translations, GermanKeepsPlacesShortcutsAndSpaces) {
  for (const auto& message : read(german_)) {
    for (const auto& text : message.translations) {
      EXPECT_EQ(places(text), places(message.source)) << message.name().toStdString();
      EXPECT_EQ(text.startsWith(u' '), message.source.startsWith(u' ')) << message.name().toStdString();
      static const QRegularExpression shortcut(QStringLiteral("&\\w"));
      EXPECT_EQ(text.count(shortcut), message.source.count(shortcut)) << message.name().toStdString();
    }
  }
}

// One letter may open one thing of a menu only.
TEST_F(Translations, NoTwoCommandsOfAMenuShareAShortcutLetter) {
  for (const auto* code : {"en", "de"}) {
    Language language;
    language.apply(QLatin1String(code));
    StudyController study;
    MainWindow window(study);
    QMap<QString, QString> seen;
    for (const auto& entry : window.commands().all()) {
      const QString text = entry.action->text();
      const auto at = text.indexOf(u'&');
      if (at < 0 || at + 1 >= text.size()) continue;
      const QString key = entry.group + u'/' + text[at + 1].toLower();
      EXPECT_FALSE(seen.contains(key)) << code << " " << key.toStdString() << ": " << seen[key].toStdString()
                                       << " and " << text.toStdString();
      seen[key] = text;
    }
  }
  Language().apply(QStringLiteral("en"));
  QLocale::setDefault(QLocale::c());
}

// What the engine gives as the reason of each rule must be known here.
TEST_F(Translations, ReasonsOfEveryRuleAreInGerman) {
  {
    Language language;
    language.apply(QStringLiteral("de"));
    const std::vector<double> good{0.8, 0.5, 0.3, 0.2, 0.15, 0.1, 0.08, 0.06, 0.05, 0.05},
        bad{0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9};
    // Who is good early is good late: a rule that learns from the others expects nothing of the bad one.
    std::vector<std::vector<double>> others;
    for (int i = 0; i < 20; ++i) {
      others.push_back(good);
      for (double& error : others.back()) error = std::min(0.95, error * (0.4 + 0.1 * i));
    }
    for (const auto& rule : train::stoppingRules()) {
      if (rule == "none") continue;
      train::StoppingSettings settings;
      settings.rule = rule;
      settings.confidence = 0.6;
      base::Message reason;
      for (std::size_t epoch = 1; epoch <= bad.size() && reason.empty(); ++epoch) {
        train::StoppingView view;
        view.epochs = 10;
        view.errors = std::span(bad).first(epoch);
        view.others = others;
        view.gain = [](double error) { return error < 0.1 ? 1.0 : 0.0; };
        reason = train::makeStoppingRule(settings)->decide(view).reason;
      }
      ASSERT_FALSE(reason.empty()) << rule;
      const QString words = widgets::messageText(reason);
      EXPECT_NE(words, QString::fromStdString(reason.english())) << rule;
      EXPECT_FALSE(words.contains(u'.')) << words.toStdString();
      EXPECT_FALSE(words.contains(u'%') && !words.contains(QStringLiteral("\u00a0%"))) << words.toStdString();
    }
    // Of an older Kinglet's study: a sentence, which stays as it is.
    EXPECT_EQ(widgets::messageText(base::Message::stored("%1", {"something else, 1.5 %"})),
              QStringLiteral("something else, 1.5 %"));
  }
  QLocale::setDefault(QLocale::c());
}

TEST_F(Translations, EveryKindOfLayerHasAGermanName) {
  std::vector<QString> english;
  for (const network::LayerKind kind : network::allLayerKinds()) english.push_back(widgets::kindName(kind));
  {
    Language language;
    language.apply(QStringLiteral("de"));
    for (const network::LayerKind kind : network::allLayerKinds())
      EXPECT_NE(widgets::kindName(kind), english[static_cast<std::size_t>(kind)]) << network::toText(kind);
  }
  QLocale::setDefault(QLocale::c());
}

TEST_F(Translations, DoubtsOfAnEnergyAreTranslated) {
  {
    Language language;
    language.apply(QStringLiteral("de"));
    const auto& profile = energy::device(energy::kDefaultDevice);
    auto tiny = energy::workOf(network::dsCnn({49, 40, 1}, 10));
    tiny.resize(1);
    tiny[0].kind = energy::WorkKind::conv1d;
    auto huge = energy::workOf(network::mobileNetV1(1, {96, 64, 1}, 10));
    const auto once = huge;
    for (int i = 0; i < 3; ++i) huge.insert(huge.end(), once.begin(), once.end());
    int doubts = 0;
    for (const auto& works : {tiny, huge}) {
      for (const auto& doubt : energy::explain(profile, works).warnings) {
        EXPECT_NE(widgets::messageText(doubt), QString::fromStdString(doubt.english())) << doubt.english();
        ++doubts;
      }
    }
    EXPECT_GE(doubts, 2);
  }
  QLocale::setDefault(QLocale::c());
}

TEST_F(Translations, WhatIsOverALimitIsSaidInGerman) {
  {
    Language language;
    language.apply(QStringLiteral("de"));
    network::NetworkCost cost;
    cost.flashBytes = cost.peakRamBytes = 2560;
    energy::EnergyEstimate energy;
    energy.millijoules = 1.25;
    energy::EnergyEstimate predicted = energy;
    predicted.provenance = energy::Provenance::predicted;
    predicted.high = 1.5;
    const QString limit = QStringLiteral(" liegt über der Grenze von 0,5\u00a0");
    EXPECT_EQ(widgets::messageText(study::violated({0.5, {}, {}}, cost, energy)),
              QStringLiteral("die Energie 1,25\u00a0mJ") + limit + QStringLiteral("mJ"));
    EXPECT_EQ(widgets::messageText(study::violated({0.5, {}, {}}, cost, predicted)),
              QStringLiteral("die Energie, die 1,5\u00a0mJ sein kann,") + limit + QStringLiteral("mJ"));
    EXPECT_EQ(widgets::messageText(study::violated({{}, 0.5, {}}, cost, energy)),
              QStringLiteral("der Flash 2,5\u00a0kB") + limit + QStringLiteral("kB"));
    EXPECT_EQ(widgets::messageText(study::violated({{}, {}, 0.5}, cost, energy)),
              QStringLiteral("der RAM 2,5\u00a0kB") + limit + QStringLiteral("kB"));
  }
  QLocale::setDefault(QLocale::c());
}

// From the engine's throw to the notice that a person reads.
TEST_F(Translations, AnErrorOfTheEngineIsShownInGerman) {
  {
    Language language;
    language.apply(QStringLiteral("de"));
    StudyController study;
    MainWindow window(study);
    const QString path = file(QStringLiteral("kaputt.kinglet"));
    QFile out(path);
    ASSERT_TRUE(out.open(QIODevice::WriteOnly));
    out.write(QByteArray(5000, 'x'));
    out.close();
    window.openPath(path);
    Notice* notice = nullptr;
    ASSERT_TRUE(waitFor(
        [&] { return (notice = window.welcome().notices()->find(QStringLiteral("open"))) != nullptr; }));
    EXPECT_EQ(notice->content().text, path + QStringLiteral(" ist keine Kinglet-Studie"));
  }
  QLocale::setDefault(QLocale::c());
}

TEST_F(Translations, TheWindowSpeaksGerman) {
  {
    Language language;
    language.apply(QStringLiteral("de"));
    StudyController study;
    MainWindow window(study);
    EXPECT_EQ(window.commands().find(QStringLiteral("study.new"))->text(), QStringLiteral("&Neue Studie …"));
  }
  QLocale::setDefault(QLocale::c());
}

}  // namespace
}  // namespace kinglet::window
