/**
 * What charts of Helm declare. Start with {@link dev.jonah.declared.helm.HelmCharts}.
 */
@NullMarked
package dev.jonah.declared.helm;

import org.jspecify.annotations.NullMarked;
