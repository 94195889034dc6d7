// Losses with their gradients, in closed form: the graph of LibTorch ends at the logits. Plain floats.
#pragma once

#include <span>
#include <vector>

namespace kinglet::train {

// Mean loss of a batch. logits, targets, gradient: batch x classes; gradient receives d loss / d logits.
// Cross-entropy of softmax against targets that sum to 1; or, multiLabel, binary cross-entropy of sigmoids,
// meant over classes as well.
double lossAndGradient(std::span<const float> logits, std::span<const float> targets, int classes,
                       bool multiLabel, std::span<float> gradient);

// Logits to probabilities in place: softmax a row, or, multiLabel, sigmoid.
void toProbabilities(std::span<float> logits, int classes, bool multiLabel);

// Mean loss of clips' probabilities against their labels: -log of the label's probability, or, multiLabel,
// binary cross-entropy meant over classes. Probabilities are held above 1e-7.
double lossOfProbabilities(std::span<const float> scores, std::span<const std::vector<int>> labels,
                           int classes, bool multiLabel);

}  // namespace kinglet::train
