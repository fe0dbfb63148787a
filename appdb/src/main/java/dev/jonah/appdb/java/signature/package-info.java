/**
 * Signatures of Java archives (JAR file specification, "Signed JAR File"): {@link
 * dev.jonah.appdb.java.signature.SignatureCheck} holds entries against the manifest, the manifest against signature files,
 * and those against CMS signatures (RFC 5652). All cryptography is that of the JDK; none of its settings counts, such as
 * the algorithms that a machine disables. Whether a certificate is to be trusted is not asked.
 */
@NullMarked
package dev.jonah.appdb.java.signature;

import org.jspecify.annotations.NullMarked;
