// What the window's tests stand on: settings, studies and caches of their own, sounds made on the spot, and a
// patient event loop.
#pragma once

#include <gtest/gtest.h>

#include <QElapsedTimer>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <cmath>
#include <functional>
#include <memory>

#include "app/window/kit/appearance.h"
#include "app/window/shell/main_window.h"
#include "app/window/study/study_controller.h"
#include "audio/sound_file.h"
#include "base/random.h"
#include "data/dataset.h"
#include "study/completion.h"
#include "study/settings.h"
#include "study/trial.h"
#include "widgets/application.h"
#include "widgets/sample_study.h"

namespace kinglet::testing {

// Three classes of tones in noise, a folder a class; every clip its own recording.
inline void makeSounds(const QString& folder, int clipsAClass = 15, double seconds = 1) {
  base::Random random(3);
  for (int c = 0; c < 3; ++c) {
    const QString place = folder + QStringLiteral("/tone%1").arg(c);
    QDir().mkpath(place);
    for (int i = 0; i < clipsAClass; ++i) {
      std::vector<float> samples(static_cast<std::size_t>(16000 * seconds));
      const double hertz = 300 * (c + 1) * random.uniform(0.95, 1.05);
      for (std::size_t n = 0; n < samples.size(); ++n)
        samples[n] = static_cast<float>(0.3 * std::sin(6.2831853 * hertz * double(n) / 16000) +
                                        0.05 * random.normal());
      audio::writeWav((place + QStringLiteral("/clip%1.wav").arg(i)).toStdString(), samples, 16000);
    }
  }
}

// Sanitizers make training several times as slow.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr int kPatienceMs = 480'000;
#else
constexpr int kPatienceMs = 60'000;
#endif

class WindowTest : public ::testing::Test {
 protected:
  void SetUp() override {
    application();
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("KingletTests"));
    QCoreApplication::setApplicationName(QStringLiteral("window_tests"));
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder_.path());
    qputenv("XDG_CACHE_HOME", folder_.filePath(QStringLiteral("cache")).toUtf8());
    window::installStyle();
    window::applyTheme(window::ThemeChoice::light);
  }

  QString file(const QString& name) const { return folder_.filePath(name); }

  // Handles events until it holds; false when it never does.
  static bool waitFor(const std::function<bool()>& holds, int milliseconds = kPatienceMs) {
    return QTest::qWaitFor(holds, milliseconds);
  }

  // A study that trains in moments: short curves, few networks.
  study::Settings quickSettings(int trials = 3) {
    const QString sounds = file(QStringLiteral("sounds"));
    if (!QDir(sounds).exists()) makeSounds(sounds);
    study::Settings settings;
    settings.dataPath = sounds.toStdString();
    settings.strategy = "random";
    settings.recipe.epochs = 2;
    settings.stopping.rule = "none";
    settings.limits.energyMj = 2;
    settings.trials = trials;
    settings.workers = 2;
    return settings;
  }

  // A study file as a long search leaves it, without training: see sampleStudy().
  QString sampleFile(const QString& name, int trials) {
    auto settings = quickSettings(trials);
    settings.recipe.epochs = kSampleEpochs;
    settings = study::completed(settings, data::openDataset(settings.dataPath, settings.seed));
    const auto store = study::openStudy(file(name).toStdString(), settings, true);
    double clock = 0;
    int told = 0;
    for (const auto& trial : sampleStudy(trials)) {
      auto ended = *trial;
      if (ended.state == study::TrialState::running) ended.state = study::TrialState::preempted;
      ended.endedAt = clock += ended.seconds / 2;
      ended.starred = false;
      if (ended.baseline.empty()) ended.suggestion = ended.toldAs = told++;
      store->saveTrial(ended);
    }
    return file(name);
  }

  QTemporaryDir folder_;
};

// With the window, open on no study yet.
class OpenWindowTest : public WindowTest {
 protected:
  void SetUp() override {
    WindowTest::SetUp();
    window_ = std::make_unique<window::MainWindow>(study_);
    window_->resize(1280, 800);
    window_->show();
  }
  void TearDown() override {
    close();
    window_.reset();
  }
  void close() {
    study_.close();
    ASSERT_TRUE(waitFor([&] { return !study_.isOpen() && !study_.isBusy(); }));
  }

  window::StudyController study_;
  std::unique_ptr<window::MainWindow> window_;
};

}  // namespace kinglet::testing
