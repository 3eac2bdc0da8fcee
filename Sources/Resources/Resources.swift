// The content of this module, the type `Embedded`, is made by the EmbedResources plugin from Gazetteers/ and Models/.
