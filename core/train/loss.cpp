#include "train/loss.h"

#include <algorithm>
#include <cmath>

namespace kinglet::train {
namespace {

double softmaxRow(std::span<const float> logits, std::span<const float> targets, float scale,
                  std::span<float> gradient) {
  const float top = *std::max_element(logits.begin(), logits.end());
  double sum = 0;
  for (const float logit : logits) sum += std::exp(static_cast<double>(logit - top));
  const double logSum = std::log(sum) + top;
  double loss = 0;
  for (std::size_t c = 0; c < logits.size(); ++c) {
    loss += targets[c] * (logSum - logits[c]);
    gradient[c] = scale * static_cast<float>(std::exp(logits[c] - logSum) - targets[c]);
  }
  return loss;
}

double sigmoidRow(std::span<const float> logits, std::span<const float> targets, float scale,
                  std::span<float> gradient) {
  const auto classes = static_cast<double>(logits.size());
  double loss = 0;
  for (std::size_t c = 0; c < logits.size(); ++c) {
    const double z = logits[c];
    // log(1 + e^z) without overflow
    loss += std::max(z, 0.0) + std::log1p(std::exp(-std::abs(z))) - z * targets[c];
    gradient[c] = scale * static_cast<float>((1 / (1 + std::exp(-z)) - targets[c]) / classes);
  }
  return loss / classes;
}

}  // namespace

double lossAndGradient(std::span<const float> logits, std::span<const float> targets, int classes,
                       bool multiLabel, std::span<float> gradient) {
  const auto width = static_cast<std::size_t>(classes);
  const std::size_t batch = logits.size() / width;
  const float scale = 1.0f / static_cast<float>(batch);
  double total = 0;
  for (std::size_t i = 0; i < batch; ++i) {
    const auto row = [&](auto span) { return span.subspan(i * width, width); };
    total += multiLabel ? sigmoidRow(row(logits), row(targets), scale, row(gradient))
                        : softmaxRow(row(logits), row(targets), scale, row(gradient));
  }
  return total / static_cast<double>(batch);
}

void toProbabilities(std::span<float> logits, int classes, bool multiLabel) {
  const auto width = static_cast<std::size_t>(classes);
  for (std::size_t first = 0; first < logits.size(); first += width) {
    const auto row = logits.subspan(first, width);
    if (multiLabel) {
      for (float& value : row) value = static_cast<float>(1 / (1 + std::exp(-static_cast<double>(value))));
      continue;
    }
    const float top = *std::max_element(row.begin(), row.end());
    double sum = 0;
    for (const float value : row) sum += std::exp(static_cast<double>(value - top));
    for (float& value : row) value = static_cast<float>(std::exp(static_cast<double>(value - top)) / sum);
  }
}

double lossOfProbabilities(std::span<const float> scores, std::span<const std::vector<int>> labels,
                           int classes, bool multiLabel) {
  const auto width = static_cast<std::size_t>(classes);
  const auto logOf = [](double p) { return std::log(std::clamp(p, 1e-7, 1.0)); };
  double total = 0;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const auto row = scores.subspan(i * width, width);
    if (!multiLabel) {
      total -= logOf(row[static_cast<std::size_t>(labels[i].at(0))]);
      continue;
    }
    double sum = 0;
    for (std::size_t c = 0; c < width; ++c) {
      const bool on = std::find(labels[i].begin(), labels[i].end(), static_cast<int>(c)) != labels[i].end();
      sum -= on ? logOf(row[c]) : logOf(1.0 - row[c]);
    }
    total += sum / static_cast<double>(width);
  }
  return labels.empty() ? 0 : total / static_cast<double>(labels.size());
}

}  // namespace kinglet::train
