#include "widgets/sound/spectrogram_stack.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QTimer>
#include <algorithm>

namespace kinglet::widgets {

SpectrogramStack::SpectrogramStack(QWidget* parent) : RowsView(painter_, parent) {
  setAccessibleName(tr("Spectrograms of clips"));
  setEmptyText(tr("No clip is like this."));
}

void SpectrogramStack::setRows(std::vector<StackRow> rows) {
  const int clip = selected();
  painter_.setRows(std::move(rows));
  row_ = hovered_ = -1;
  select(clip);
  refresh();
}

void SpectrogramStack::setScale(float quiet, float loud, PictureColours map) {
  painter_.setScale(quiet, loud, map);
  viewport()->update();
}

void SpectrogramStack::forgetPictures() {
  painter_.forgetPictures();
  viewport()->update();
}

void SpectrogramStack::addPicture(int clip, const SpectrogramData& picture) {
  painter_.addPicture(clip, picture);
  viewport()->update();
}

void SpectrogramStack::select(int clip) {
  const auto& rows = painter_.all();
  const auto found =
      std::find_if(rows.begin(), rows.end(), [&](const auto& row) { return row.clip == clip; });
  row_ = found == rows.end() ? -1 : static_cast<int>(found - rows.begin());
  viewport()->update();
}

int SpectrogramStack::selected() const {
  return row_ < 0 ? -1 : painter_.all()[static_cast<std::size_t>(row_)].clip;
}

QRectF SpectrogramStack::boxOf(int clip) const {
  const auto& rows = painter_.all();
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (rows[i].clip == clip) return rowBox(static_cast<int>(i));
  return {};
}

void SpectrogramStack::unhover() {
  hovered_ = -1;
  viewport()->update();
}

void SpectrogramStack::paintEvent(QPaintEvent* event) {
  RowsView::paintEvent(event);
  auto clips = painter_.takeMissing();
  if (clips.empty()) return;
  QTimer::singleShot(0, this, [this, clips = std::move(clips)] { Q_EMIT wanted(clips); });
}

void SpectrogramStack::choose(int row) {
  if (row < 0 || row >= painter_.rows() || row == row_) return;
  row_ = row;
  makeVisible(rowBox(row));
  viewport()->update();
  setAccessibleDescription(painter_.all()[static_cast<std::size_t>(row)].name);
  Q_EMIT chosen(selected());
}

void SpectrogramStack::mousePressEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) choose(rowAt(event->position()));
}

void SpectrogramStack::mouseMoveEvent(QMouseEvent* event) {
  const int row = rowAt(event->position());
  if (row == hovered_) return;
  hovered_ = row;
  viewport()->update();
}

void SpectrogramStack::mouseDoubleClickEvent(QMouseEvent* event) {
  const int row = rowAt(event->position());
  choose(row);
  if (row >= 0) Q_EMIT openRequested(selected());
}

void SpectrogramStack::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_Up:
      return choose(std::max(row_ - 1, 0));
    case Qt::Key_Down:
      return choose(std::min(row_ + 1, painter_.rows() - 1));
    case Qt::Key_Return:
    case Qt::Key_Enter:
      if (row_ >= 0) Q_EMIT openRequested(selected());
      return;
    default:
      RowsView::keyPressEvent(event);
  }
}

}  // namespace kinglet::widgets
