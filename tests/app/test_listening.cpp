// What the form of a new study asks about listening: objective, limit on power, clock, what is drawn all day.
#include <QCheckBox>
#include <QComboBox>
#include <QToolButton>

#include "app/window/kit/fields.h"
#include "app/window/settings/limits_form.h"
#include "app/window/settings/listening_form.h"
#include "app/window/settings/new_study_page.h"
#include "study/settings.h"
#include "window_fixture.h"

namespace kinglet::window {
namespace {

class Listening : public kinglet::testing::WindowTest {
 protected:
  void SetUp() override {
    WindowTest::SetUp();
    page_ = std::make_unique<NewStudyPage>();
    page_->begin({});
  }
  std::unique_ptr<NewStudyPage> page_;
};

TEST_F(Listening, ANewStudyListensAsTheEngineDoes) {
  const study::Settings usual, mine = page_->settings();
  EXPECT_EQ(mine.listening, usual.listening);
  EXPECT_EQ(mine.objective, usual.objective);
  EXPECT_FALSE(mine.limits.powerMw);
}

TEST_F(Listening, WhatIsChosenIsInTheSettings) {
  auto* form = page_->listeningForm();
  form->rateField()->setValue(2);
  auto* clock = form->clockChoice();
  ASSERT_GE(clock->count(), 4);
  EXPECT_FALSE(clock->itemData(0).isValid()) << "the device's own";
  clock->setCurrentIndex(2);
  form->idleField()->tick()->setChecked(true);
  form->idleField()->field()->setValue(0.8);
  form->microphoneField()->setValue(0.7);
  form->memoryField()->setValue(0.1);
  page_->objectiveChoice()->setCurrentIndex(1);
  page_->limitsForm()->power()->tick()->setChecked(true);
  const auto settings = page_->settings();
  EXPECT_EQ(settings.listening.inferencesPerSecond, 2);
  EXPECT_EQ(settings.listening.clockMhz, clock->itemData(2).toDouble());
  EXPECT_EQ(settings.listening.idlePowerMw, 0.8);
  EXPECT_EQ(settings.listening.microphoneMw, 0.7);
  EXPECT_EQ(settings.listening.memoryMw, 0.1);
  EXPECT_EQ(settings.objective, study::CostObjective::power);
  ASSERT_TRUE(settings.limits.powerMw);
  EXPECT_NEAR(*settings.limits.powerMw, *form->examplePower(), 1e-3) << "what the usual network draws";
  EXPECT_EQ(study::Settings::fromJson(settings.toJson()).listening, settings.listening);
  // All is as usual in the next one.
  page_->begin({});
  EXPECT_EQ(page_->settings().listening, energy::ListeningSettings{});
}

TEST_F(Listening, AnotherBoardOffersItsOwnClocks) {
  auto* form = page_->listeningForm();
  auto* clock = form->clockChoice();
  clock->setCurrentIndex(1);
  ASSERT_TRUE(form->listening().clockMhz);
  const QString before = clock->itemText(0);
  const int other = page_->deviceChoice()->findData(QStringLiteral("nucleo-h7a3"));
  ASSERT_GE(other, 0);
  page_->deviceChoice()->setCurrentIndex(other);
  EXPECT_NE(clock->itemText(0), before);
  form->setDevice(nullptr);
  EXPECT_FALSE(form->listening().clockMhz) << "a learned model knows no clock";
  EXPECT_FALSE(clock->isEnabled());
}

TEST_F(Listening, TheLeastPowerIsNamed) {
  auto* form = page_->listeningForm();
  EXPECT_TRUE(form->words().contains(QStringLiteral("Least power"))) << form->words().toStdString();
  form->rateField()->setValue(1000);
  EXPECT_TRUE(form->words().contains(QStringLiteral("cannot keep up"))) << form->words().toStdString();
}

TEST_F(Listening, WhatIsRarelyKnownIsFolded) {
  auto* form = page_->listeningForm();
  EXPECT_TRUE(form->memoryField()->parentWidget()->isHidden());
  form->moreButton()->click();
  EXPECT_FALSE(form->memoryField()->parentWidget()->isHidden());
  energy::ListeningSettings listening;
  listening.microphoneMw = 0.5;
  ListeningForm fresh;
  fresh.setListening(listening);
  EXPECT_FALSE(fresh.memoryField()->parentWidget()->isHidden()) << "what is said is seen";
  EXPECT_FALSE(fresh.rateField()->accessibleName().isEmpty());
}

}  // namespace
}  // namespace kinglet::window
