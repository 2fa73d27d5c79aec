import { publicUrl } from '@isegoria/kernel/api';

/** Paths of the files. All of them begin with `/data/`. */
export const livePath = (id: string, extension: string): string => `/data/${id}.${extension}`;
export const filePath = (id: string, name: string): string => `/data/${id}/files/${name}`;
export const versionPath = (id: string, version: string, name: string): string => `/data/${id}/${version}/${name}`;
export const metadataName = (csvName: string): string => `${csvName}-metadata.json`;

/** The address as the world knows it. */
export const absolute = (path: string): string => `${publicUrl()}${path}`;
export const datasetUrl = (id: string): string => absolute(`/open-data/${id}`);
