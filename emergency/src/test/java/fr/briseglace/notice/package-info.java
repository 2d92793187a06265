/** Tests of whom is told, in which words, by which way, and that nothing is lost or said twice. */
@NullMarked
package fr.briseglace.notice;

import org.jspecify.annotations.NullMarked;
