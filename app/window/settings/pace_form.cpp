#include "app/window/settings/pace_form.h"

#include <QCheckBox>
#include <QFormLayout>

#include "app/window/kit/app_settings.h"
#include "app/window/kit/fields.h"

namespace kinglet::window {

PaceForm::PaceForm(QWidget* parent)
    : QWidget(parent),
      share_(new NumberField(study::kLeastShare, 100, 0, tr("%"))),
      pauseOnBattery_(new QCheckBox(tr("Pause on battery"))) {
  share_->setToolTip(tr(
      "How much of its core a worker takes; for the rest of the time it leaves it to other programs. Counts "
      "for every search on this computer and changes no result."));
  pauseOnBattery_->setToolTip(
      tr("While this computer runs on its battery the search pauses; with mains it goes on by itself."));
  const study::Pace known = AppSettings().pace();
  share_->setValue(known.share);
  pauseOnBattery_->setChecked(known.pauseOnBattery);
  auto* form = makeForm(this);
  form->addRow(tr("Share of a core"), share_);
  form->addRow(pauseOnBattery_);
  const auto keep = [this] {
    AppSettings().setPace(pace());
    Q_EMIT changed();
  };
  connect(share_, &QDoubleSpinBox::valueChanged, this, keep);
  connect(pauseOnBattery_, &QCheckBox::toggled, this, keep);
}

study::Pace PaceForm::pace() const {
  study::Pace pace;
  pace.share = static_cast<int>(share_->value());
  pace.pauseOnBattery = pauseOnBattery_->isChecked();
  return pace;
}

}  // namespace kinglet::window
